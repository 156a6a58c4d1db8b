import { MAX_EDGE_PX, PictureTooLargeError } from '../backgrounds/decode-picture';
import { PictureUnreachableError } from '../backgrounds/picture-store';
import type { Notice } from './notice';

/** What a background's failure is told by. */
export interface BackgroundFailure {
  readonly thrown: unknown;
  /** The visitor's own file, where it was one. */
  readonly file?: File | undefined;
  /** What stands behind the person in its place. */
  readonly instead: 'color' | 'other';
  readonly again: () => void;
}

/** Says that the visitor's own picture, which was on last time, is not to be had. */
export const OWN_PICTURE_GONE: Notice = {
  title: 'Your own picture is not there.',
  remedy:
    'This browser has lost it, or cannot read it right now. Another picture is shown instead. Reload the page, or choose your picture again.',
};

/** Says why a background was not taken, and what is shown in its place. */
export function backgroundNotice({ thrown, file, instead, again }: BackgroundFailure): Notice {
  const meanwhile =
    instead === 'color' ? 'A plain colour is shown meanwhile.' : 'The background stays as it was.';
  if (file) return pictureNotice(file, thrown, meanwhile);
  const title = 'The background could not be loaded.';
  if (!(thrown instanceof PictureUnreachableError)) {
    return { title, remedy: meanwhile, detail: thrown };
  }
  const action = { label: 'Try again', run: again };
  const remedy = `The network or this site does not answer. ${meanwhile}`;
  return { title, remedy, action, detail: thrown.cause };
}

const inWords = (pixels: number): string => pixels.toLocaleString('en');

function pictureNotice(file: File, thrown: unknown, meanwhile: string): Notice {
  if (thrown instanceof PictureTooLargeError) {
    const { width, height } = thrown.size;
    return {
      title: `${file.name} is too large: ${inWords(width)} × ${inWords(height)} pixels.`,
      remedy: `${meanwhile} Save it smaller: ${inWords(MAX_EDGE_PX)} pixels on its longer side are all that is ever shown.`,
      detail: thrown.cause,
    };
  }
  const title = `${file.name} could not be read as a picture.`;
  return { title, remedy: `${meanwhile} ${formatsFor(file)}`, detail: thrown };
}

const formatsFor = ({ type }: File): string =>
  type === 'image/svg+xml'
    ? 'It is a drawing (SVG): save it as PNG first.'
    : 'It is none, it is broken, or far too large. JPEG, PNG, WebP and AVIF work.';
