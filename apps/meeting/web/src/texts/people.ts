/** Who is in the room. */
export const PEOPLE = {
  you: 'you',
  roles: { host: 'Host', guest: 'Guest' },
  /** Before the API has told. */
  unknown: 'Somebody',
  inCall: (count: number): string => (count === 1 ? '1 person' : `${count} people`),
  hand: 'Hand raised',
  signals: { good: 'Good connection', weak: 'Poor connection', none: 'No connection' },
  muted: 'Muted',
  unmuted: 'Microphone on',
  invite: {
    show: 'Invite others',
    label: 'Invite link',
    action: 'Copy invite link',
    failure: 'It could not be copied. Select the link and copy it yourself.',
  },
} as const;
