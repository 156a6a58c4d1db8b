/** The call as a whole. */
export const CALL = {
  opening: 'Entering the meeting …',
  reconnecting: 'The connection was lost. Reconnecting …',
  poor: {
    title: 'Your connection is poor.',
    remedy: 'Others may hear you badly. Switching your camera off helps.',
  },
  silent: 'The browser keeps the meeting silent.',
  listen: 'Hear the others',
  full: {
    title: 'There are 25 videos already.',
    remedy: 'You are heard, and seen as soon as somebody switches their camera off.',
  },
} as const;
