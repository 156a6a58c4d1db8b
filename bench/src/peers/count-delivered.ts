import { matchArrivals } from '../../page/match-arrivals';
import type { Arrival } from '../../page/track-reader';

/**
 * How many frames of a stretch are composites of a source frame. Where a track keeps the source's
 * timestamps, frames that carry another one were held and do not count; a canvas stamps all of its
 * frames anew, and they all count.
 */
export function countDelivered(sources: readonly Arrival[], outputs: readonly Arrival[]): number {
  const matched = matchArrivals(sources, outputs).length;
  // Stamps of a canvas meet the camera's by chance, one or two in a hundred.
  return matched * 10 > outputs.length ? matched : outputs.length;
}
