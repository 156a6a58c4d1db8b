/** The front page: a room is made, or an invite link opened. */
export const FRONT = {
  heading: 'Meet, and keep your room to yourself',
  lead: 'A video meeting where people see you, and a background of your choice in place of what is behind you.',
  title: 'Cyclorama meeting',
  createHeading: 'Start a meeting',
  roomName: 'Name of the room',
  /** Where none was given. */
  usualName: 'Meeting',
  options: 'Options',
  waitingRoom: 'People wait until I let them in',
  passcode: 'Passcode',
  passcodeHint: 'Without one, the invite link alone opens the room.',
  passcodeShort: (shortest: number): string =>
    `The passcode must have at least ${shortest} characters. Leave it empty for none.`,
  sharing: 'Who may share a screen or a movie',
  drawing: 'Who may draw on the whiteboard',
  who: { everyone: 'Everyone', host: 'Hosts alone' },
  create: 'Create a room',
  creating: 'The room is being made …',
  openHeading: 'Join with a link',
  link: 'Invite link',
  open: 'Open',
  noInvite:
    'There is no invite in this. Paste the whole link that you were sent; it has #/r/ in it.',
  brokenInvite:
    'The invite link in the address is not whole. Ask for it again, and open all of it.',
  recentHeading: 'Your rooms',
  recentHint: 'Kept in this browser alone.',
  forget: (name: string): string => `Forget ${name}`,
  host: 'Host',
  facts: [
    {
      title: 'Your room stays yours',
      text: 'The background is put behind you here, in your browser. What is behind you is never sent, also while something loads or fails.',
    },
    {
      title: 'No account, no download',
      text: 'A link is all that people need, unless you set a passcode or have them wait. Who made the room, in this browser, is its host.',
    },
    {
      title: 'Where picture and sound go',
      text: 'Through the meeting’s server to those who are in the room, and nowhere else. Nothing is recorded. Chat is kept with the room, for 30 days.',
    },
  ],
} as const;
