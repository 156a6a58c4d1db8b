import { playAsSource } from './playing-video';
import type { Source } from './source';

/**
 * Plays a movie file of the visitor's. It stays on this machine.
 * @throws SourceError
 */
export function openMovie(file: File): Promise<Source> {
  const url = URL.createObjectURL(file);
  return playAsSource('movie', file.name, url, () => URL.revokeObjectURL(url));
}
