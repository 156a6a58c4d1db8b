import { playAsSource } from './playing-video';
import type { Source } from './source';

/**
 * Plays the built-in clip: a person in a room, without a camera.
 * @throws SourceError
 */
export function openSample(
  url: string | URL = new URL('sample/sample.webm', document.baseURI),
): Promise<Source> {
  return playAsSource('sample', 'Built-in sample', url);
}
