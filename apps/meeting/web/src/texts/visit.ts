/** On the way into a room, and out of it. */
export const VISIT = {
  entering: 'Entering the room …',
  waitingHeading: (room: string): string => `Waiting to enter ${room}`,
  waiting: 'The host has been told that you are here, and will let you in.',
  unreachable: 'The server cannot be reached. It is tried again until it answers.',
  cancel: 'Leave the waiting room',
  joinAgain: 'Join again',
  tryAgain: 'Try again',
  toFront: 'To the front page',
  farewells: {
    left: { heading: 'You have left the meeting', text: 'The others go on without you.' },
    ended: { heading: 'The meeting is over', text: 'The host has ended it for everyone.' },
    removed: {
      heading: 'You were removed from the meeting',
      text: 'The host has taken you out of it. Ask them if that was a mistake.',
    },
    'turned-away': {
      heading: 'The host did not let you in',
      text: 'Ask them if that was a mistake.',
    },
    elsewhere: {
      heading: 'You are in this meeting in another window',
      text: 'A person can be in it once. Go on there, or come back here.',
    },
    full: { heading: 'The meeting is full', text: 'Try again when somebody has left.' },
    refused: { heading: 'You are not in the meeting', text: '' },
  },
} as const;
