import type { Notice } from './notice';

/** Says that a file was dropped or pasted that is of no use here. */
export const fileNotice = ({ name }: File): Notice => ({
  title: `${name} is neither a picture nor a movie.`,
  remedy: 'Nothing was changed. A picture becomes the background, a movie the source.',
});
