import { shortName } from '@cyclorama/background-picker';
import type { Notice } from './notice';

/** Says that a file was dropped or pasted that is of no use here. */
export const fileNotice = ({ name }: File): Notice => ({
  title: `${shortName(name)} is neither a picture nor a movie.`,
  remedy:
    'Nothing has changed. Drop a picture to use it as the background, or a movie to use it as the source.',
});
