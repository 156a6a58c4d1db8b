import type { TrackSink } from './track-sink';

/**
 * A track made by VideoTrackGenerator (mediacapture-transform as the standard has it), which exists
 * in workers alone: the sink worker keeps the writable, and the track moves to the page.
 */
export function workerGeneratorSink(): TrackSink {
  return {
    track: undefined,
    output: { type: 'generator' },
    draw: (frame) => frame.close(), // Never called: the sink worker writes by itself.
    close: () => undefined,
  };
}
