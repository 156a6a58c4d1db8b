import { clock } from '../page/clock';
import type { SourceEnd, SourceKind } from '../sources/source';
import { SourceError, type SourceFailure } from '../sources/source-error';
import type { Notice } from './notice';

const LIVE_REMEDY = 'What was on before stays on.';

const INSECURE: Notice = {
  title: 'Cameras and screens cannot be used at this address.',
  remedy: 'Browsers allow them only over https or on localhost. Open the page at such an address.',
};

const CAMERA: Partial<Record<SourceFailure, Notice>> = {
  absent: {
    title: 'No camera was found.',
    remedy: 'Plug one in and try again, or use the sample or a movie.',
  },
  gone: {
    title: 'This camera is no longer connected.',
    remedy: 'Plug it in again, or choose another one.',
  },
  denied: {
    title: 'The camera is not allowed.',
    remedy: 'Allow it in the address bar, or in the system’s privacy settings, and try again.',
  },
  'in-use': {
    title: 'The camera is in use or not responding.',
    remedy: 'Close other programs that use it, such as a video call, and try again.',
  },
  insecure: INSECURE,
};

const SCREEN: Partial<Record<SourceFailure, Notice>> = {
  denied: {
    title: 'No screen is shared.',
    remedy: `Sharing was cancelled, or is not allowed. ${LIVE_REMEDY} To share, press Screen again.`,
  },
  'in-use': {
    title: 'The system does not allow screen sharing.',
    remedy: 'Allow screen recording for this browser in the system’s settings, and try again.',
  },
  unsupported: {
    title: 'This browser cannot share a screen.',
    remedy: 'Use a browser on a computer, or choose the camera or a movie here.',
  },
  insecure: INSECURE,
};

const MOVIE: Partial<Record<SourceFailure, Notice>> = {
  unplayable: {
    title: 'This file cannot be played as a movie.',
    remedy:
      'The file is damaged, not a movie, or in a format that this browser cannot play. Try MP4 (H.264) or WebM.',
  },
  'no-picture': {
    title: 'This file has no picture.',
    remedy: 'It seems to hold only sound. Choose a movie.',
  },
  unsupported: {
    title: 'This browser cannot use a movie as a source.',
    remedy:
      'It lacks captureStream. Use the camera here, or open the page in Chrome, Edge or Firefox.',
  },
};

const SAMPLE: Partial<Record<SourceFailure, Notice>> = {
  ...MOVIE,
  unplayable: {
    title: 'The sample could not be loaded.',
    remedy:
      'The network or this site is not responding. Try again, or use the camera or a movie of yours.',
  },
};

const TABLES: Readonly<Record<SourceKind, Partial<Record<SourceFailure, Notice>>>> = {
  sample: SAMPLE,
  camera: CAMERA,
  screen: SCREEN,
  movie: MOVIE,
};

/**
 * Says why a source could not be opened, and what to do.
 * @param again - Offered for the sample, which opens without a question to the visitor.
 */
export function sourceNotice(thrown: unknown, again?: () => void): Notice {
  const known = thrown instanceof SourceError ? TABLES[thrown.kind][thrown.failure] : undefined;
  const offer = thrown instanceof SourceError && thrown.kind === 'sample' ? again : undefined;
  if (known) return offer ? { ...known, ...tryAgain(offer) } : known;
  return { title: 'The source could not be opened.', remedy: reasonOf(thrown) };
}

const tryAgain = (run: () => void): Pick<Notice, 'action'> => ({
  action: { label: 'Try again', run },
});

function reasonOf(thrown: unknown): string {
  const reason = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  return `The browser says: ${String(reason)}. ${LIVE_REMEDY} Try again, or choose another source.`;
}

const ENDED: Readonly<Record<SourceKind, string>> = {
  sample: 'The sample has ended.',
  camera: 'The camera was disconnected.',
  screen: 'Screen sharing has ended.',
  movie: 'The movie has ended.',
};

/** Says that a source has ended by itself, and where its file is broken. */
export const endedNotice = (kind: SourceKind, { brokenAtS }: SourceEnd): Notice => ({
  title: brokenAtS === undefined ? ENDED[kind] : `The ${kind} is damaged at ${clock(brokenAtS)}.`,
  remedy: 'The sample is shown instead. Choose any source to continue.',
});
