import type { Arrival } from './track-reader';

/**
 * Chromium rounds a timestamp to 100 µs at each reader, with jitter, so that the same frame reads
 * up to 100 µs apart. Frames of a 30 Hz camera are 33,000 µs apart.
 */
const TOLERANCE_US = 250;

/** A source frame and what came out of the track for it. */
export interface Match {
  readonly source: Arrival;
  readonly output: Arrival;
}

/**
 * Pairs the frames of two tracks by timestamp; held frames, which have timestamps of their own,
 * find no partner.
 */
export function matchArrivals(sources: readonly Arrival[], outputs: readonly Arrival[]): Match[] {
  const byTime = (a: Arrival, b: Arrival): number => a.timestampUs - b.timestampUs;
  const rest = outputs.toSorted(byTime);
  return sources.toSorted(byTime).flatMap((source) => {
    while (rest[0] && rest[0].timestampUs < source.timestampUs - TOLERANCE_US) rest.shift();
    const [output] = rest;
    if (!output || output.timestampUs > source.timestampUs + TOLERANCE_US) return [];
    rest.shift();
    return [{ source, output }];
  });
}
