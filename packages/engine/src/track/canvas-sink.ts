import type { Size } from '../frame/frame-size';
import { FrameGate } from '../pipeline/frame-gate';
import { FramePainter } from './frame-painter';
import type { TrackSink } from './track-sink';

/**
 * A track captured from a canvas, which every browser can.
 * @param holdingColor - Left at the end for copies of the track that nobody here can end.
 */
export function canvasSink(size: Size, holdingColor: string): TrackSink {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('A canvas without a 2D context or a captured track.');
  const painter = new FramePainter(context);
  // What cannot be painted must not hold up the next one.
  const gate = new FrameGate((frame) => painter.paint(frame).catch(() => undefined));
  return {
    track,
    output: { type: 'posted' },
    draw: (frame) => gate.offer(frame),
    close: () => painter.close(holdingColor),
  };
}
