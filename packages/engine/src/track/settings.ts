import { DEFAULT_SIZE, type Size } from '../frame/frame-size';

/** The size that a track's frames will probably have. */
export function sizeOfTrack(track: MediaStreamTrack): Size {
  const { width, height } = track.getSettings();
  return width && height ? { width, height } : DEFAULT_SIZE;
}

/**
 * Makes the output tell the source's settings (size, rate, `facingMode` …): a generated or captured
 * track tells few of its own, and SDKs mirror and scale by them. Clones tell the same.
 * @param source - Asked at each call, since sources change their size and are switched.
 */
export function tellSettingsOf(output: MediaStreamTrack, source: () => MediaStreamTrack): void {
  const clone = output.clone.bind(output);
  output.getSettings = () => source().getSettings();
  output.clone = () => {
    const copy = clone();
    tellSettingsOf(copy, source);
    return copy;
  };
}
