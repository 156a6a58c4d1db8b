import { MAX_EDGE_PX, PictureTooLargeError } from './decode-picture';
import type { PickerNotice } from './picker-notice';
import { PictureUnreachableError } from './picture-store';
import { shortName } from './short-name';

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
export const OWN_PICTURE_GONE: PickerNotice = {
  title: 'Your own picture is not available.',
  remedy:
    'This browser no longer has it, or cannot read it right now. Another background is shown instead. Reload the page, or choose your picture again.',
};

/** Says why a background was not taken, and what is shown in its place. */
export function backgroundNotice({
  thrown,
  file,
  instead,
  again,
}: BackgroundFailure): PickerNotice {
  const meanwhile =
    instead === 'color' ? 'A plain colour is shown instead.' : 'The background stays as it was.';
  if (file) return pictureNotice(file, thrown, meanwhile);
  const title = 'The background could not be loaded.';
  if (!(thrown instanceof PictureUnreachableError)) {
    return { title, remedy: `${meanwhile} Choose another one.`, detail: thrown };
  }
  const action = { label: 'Try again', run: again };
  const remedy = `The network or this site is not responding. ${meanwhile} Try again, or choose another one.`;
  return { title, remedy, action, detail: thrown.cause };
}

const inWords = (pixels: number): string => pixels.toLocaleString('en');

function pictureNotice(file: File, thrown: unknown, meanwhile: string): PickerNotice {
  if (thrown instanceof PictureTooLargeError) {
    const { width, height } = thrown.size;
    return {
      title: `${shortName(file.name)} is too large: ${inWords(width)} × ${inWords(height)} pixels.`,
      remedy: `${meanwhile} Save it smaller and try again: ${inWords(MAX_EDGE_PX)} pixels on its longer side are enough.`,
      detail: thrown.cause,
    };
  }
  const title = `${shortName(file.name)} could not be read as a picture.`;
  return { title, remedy: `${meanwhile} ${formatsFor(file)}`, detail: thrown };
}

const formatsFor = ({ type }: File): string =>
  type === 'image/svg+xml'
    ? 'It is a drawing (SVG). Save it as PNG and choose that.'
    : 'The file is damaged, or not a picture. Choose a JPEG, PNG, WebP or AVIF file.';
