/** The front page: a room is made, or an invite link opened. */
export const FRONT = {
  heading: 'Meet, and keep your room to yourself',
  roomName: 'Name of the room',
  create: 'Create a room',
} as const;
