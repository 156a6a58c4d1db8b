import { clock } from '../page/clock';
import type { SourceEnd, SourceKind } from '../sources/source';
import { SourceError, type SourceFailure } from '../sources/source-error';
import type { Notice } from './notice';

const LIVE_REMEDY = 'What was on before goes on.';

const INSECURE: Notice = {
  title: 'This address may not use cameras or screens.',
  remedy: 'Browsers allow them over https and on localhost only. Open the page that way.',
};

const CAMERA: Partial<Record<SourceFailure, Notice>> = {
  absent: {
    title: 'No camera was found.',
    remedy: 'Plug one in and try again. Meanwhile the sample or a movie will do.',
  },
  gone: {
    title: 'This camera is no longer there.',
    remedy: 'Plug it in again, or take another one.',
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

const SAMPLE: Partial<Record<SourceFailure, Notice>> = {
  ...MOVIE,
  unplayable: {
    title: 'The sample could not be loaded.',
    remedy:
      'The network or this site does not answer. Try again, or take the camera or a movie of yours.',
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
  return `The browser says: ${String(reason)}. ${LIVE_REMEDY}`;
}

const ENDED: Readonly<Record<SourceKind, string>> = {
  sample: 'The sample ended.',
  camera: 'The camera was unplugged or taken away.',
  screen: 'Screen sharing was ended.',
  movie: 'The movie ended.',
};

/** Says that a source has ended by itself, and where its file is broken. */
export const endedNotice = (kind: SourceKind, { brokenAtS }: SourceEnd): Notice => ({
  title: brokenAtS === undefined ? ENDED[kind] : `The ${kind} is broken at ${clock(brokenAtS)}.`,
  remedy: 'The sample goes on in its place. Choose any source to continue.',
});
