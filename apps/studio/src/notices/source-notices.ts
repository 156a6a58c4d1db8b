import type { SourceKind } from '../sources/source';
import { SourceError, type SourceFailure } from '../sources/source-error';
import type { Notice } from './notice';

const LIVE_REMEDY = 'What was on before goes on.';

const INSECURE: Notice = {
  title: 'This address may not use cameras or screens.',
  remedy: 'Browsers allow them over https and on localhost only. Open the page that way.',
};

const CAMERA: Partial<Record<SourceFailure, Notice>> = {
  absent: {
    title: 'No such camera was found.',
    remedy: 'Plug one in or choose another from the list. Meanwhile the sample or a movie will do.',
  },
  denied: {
    title: 'The camera was not allowed.',
    remedy:
      'Allow it at the camera sign in the address bar, or in the system’s settings, and try again.',
  },
  'in-use': {
    title: 'The camera is in use, or does not answer.',
    remedy: 'Close other programs that use it, such as a video call, and try again.',
  },
  insecure: INSECURE,
};

const SCREEN: Partial<Record<SourceFailure, Notice>> = {
  denied: {
    title: 'No screen is shared.',
    remedy: `Sharing was cancelled or is not allowed. ${LIVE_REMEDY}`,
  },
  'in-use': {
    title: 'The system does not hand out its screen.',
    remedy: 'Allow screen recording for this browser in the system’s settings, and try again.',
  },
  unsupported: {
    title: 'This browser cannot share a screen.',
    remedy: 'Browsers on a computer can; on a phone take the camera or a movie.',
  },
  insecure: INSECURE,
};

const MOVIE: Partial<Record<SourceFailure, Notice>> = {
  unplayable: {
    title: 'This file cannot be played as a movie.',
    remedy:
      'It is none, it is broken, or this browser lacks its codec. MP4 (H.264) and WebM play nearly everywhere.',
  },
  'no-picture': {
    title: 'This file has no picture.',
    remedy: 'It seems to hold sound only. Choose a movie.',
  },
  unsupported: {
    title: 'This browser cannot use a movie as a source.',
    remedy:
      'It lacks captureStream. Take the camera here, or open the page in Chrome, Edge or Firefox.',
  },
};

const TABLES: Readonly<Record<SourceKind, Partial<Record<SourceFailure, Notice>>>> = {
  sample: MOVIE,
  camera: CAMERA,
  screen: SCREEN,
  movie: MOVIE,
};

/** Says why a source could not be opened, and what to do. */
export function sourceNotice(thrown: unknown): Notice {
  const known = thrown instanceof SourceError ? TABLES[thrown.kind][thrown.failure] : undefined;
  return known ?? { title: 'The source could not be opened.', remedy: reasonOf(thrown) };
}

function reasonOf(thrown: unknown): string {
  const reason = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return `The browser says: ${String(reason)}. ${LIVE_REMEDY}`;
}

const ENDED: Readonly<Record<SourceKind, string>> = {
  sample: 'The sample ended.',
  camera: 'The camera was unplugged or taken away.',
  screen: 'Screen sharing was ended.',
  movie: 'The movie ended.',
};

/** Says that a source has ended by itself. */
export const endedNotice = (kind: SourceKind): Notice => ({
  title: ENDED[kind],
  remedy: 'The sample goes on in its place. Choose any source to continue.',
});
