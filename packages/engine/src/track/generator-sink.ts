import type { TrackSink } from './track-sink';

/**
 * A track made by MediaStreamTrackGenerator (mediacapture-transform as Chromium has it). The
 * writable moves to the sink worker, so a busy page does not stall it.
 */
export function generatorSink(): TrackSink {
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  return {
    track: generator,
    output: { type: 'writable', writable: generator.writable },
    draw: (frame) => frame.close(), // Never called: the sink worker writes by itself.
    close: () => undefined,
  };
}
