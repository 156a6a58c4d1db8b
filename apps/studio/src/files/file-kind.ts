/** What can be done with a file here. */
export type FileKind = 'picture' | 'movie';

const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|bmp|heic|heif)$/i;
const MOVIE = /\.(?:mp4|m4v|mov|webm|mkv|avi|ogv)$/i;

/** By the type that the system tells, or by the name where it tells none; none of both else. */
export function fileKind({ type, name }: Pick<File, 'type' | 'name'>): FileKind | undefined {
  if (type.startsWith('image/') || (type === '' && PICTURE.test(name))) return 'picture';
  if (type.startsWith('video/') || (type === '' && MOVIE.test(name))) return 'movie';
  return undefined;
}
