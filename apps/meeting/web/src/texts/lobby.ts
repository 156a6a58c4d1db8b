/** Before one joins. */
export const LOBBY = {
  heading: 'Ready to join?',
  name: 'Your name',
  join: 'Join',
} as const;
