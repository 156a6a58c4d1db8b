/** Sharing a screen or a movie. */
export const SHARE = {
  button: 'Share',
  screen: 'Your screen',
  movie: 'A movie file …',
  effect: 'Put my background behind the people in it',
  stop: 'Stop sharing',
  starting: 'Waiting for what you choose …',
  hostOnly: 'In this room only the host may share.',
  noScreen: 'This browser cannot share a screen.',
  noMovie: 'This browser cannot share a movie. Use a current Chrome, Edge or Firefox.',
  takeOver: (name: string): string => `${name} is sharing. If you share, theirs ends.`,
  yours: { screen: 'You are sharing your screen', movie: 'You are sharing a movie' },
  tile: (name: string): string => `Shared by ${name}`,
  play: 'Play',
  pause: 'Pause',
  position: 'Position in the movie',
  ended: 'Your share has ended.',
  cut: 'Your share has ended, since the connection was lost. Choose Share to share again.',
  taken: 'Your share has ended, since somebody else shares now.',
  failed: {
    screen:
      'The screen could not be shared. Allow it in the browser and the system, and try again.',
    movie: 'This file could not be played. Use an MP4 or WebM movie.',
  },
} as const;
