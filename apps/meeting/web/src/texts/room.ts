/** In the room. */
export const ROOM = {
  you: 'You',
  leave: 'Leave',
} as const;
