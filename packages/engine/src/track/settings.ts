import { DEFAULT_SIZE, type Size } from '../frame/frame-size';

/** The size that a track's frames will probably have. */
export function sizeOfTrack(track: MediaStreamTrack): Size {
  const { width, height } = track.getSettings();
  return width && height ? { width, height } : DEFAULT_SIZE;
}
