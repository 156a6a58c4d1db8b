/** The call as a whole. */
export const CALL = {
  opening: 'Entering the meeting …',
  reconnecting: 'The connection was lost. Reconnecting …',
} as const;
