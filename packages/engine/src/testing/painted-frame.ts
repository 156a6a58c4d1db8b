import type { Paint } from '@cyclorama/testing/browser';

/** A picture of 320×180. */
export function paintedCanvas(paint: Paint): OffscreenCanvas {
  const context = new OffscreenCanvas(320, 180).getContext('2d');
  if (!context) throw new Error('no 2D context');
  paint(context, 0);
  return context.canvas;
}

/** That picture as a frame. */
export const paintedFrame = (paint: Paint, timestamp: number): VideoFrame =>
  new VideoFrame(paintedCanvas(paint), { timestamp });
