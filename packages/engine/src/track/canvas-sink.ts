import type { Size } from '../frame/frame-size';
import type { TrackSink } from './track-sink';

/** A track captured from a canvas, which every browser can. */
export function canvasSink(size: Size): TrackSink {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('A canvas without a 2D context or a captured track.');
  return {
    track,
    output: { type: 'posted' },
    draw: (frame) => draw(context, frame),
    // Gives its memory back at once; the garbage collector would take its time.
    close: () => void Object.assign(canvas, { width: 0, height: 0 }),
  };
}

function draw(context: CanvasRenderingContext2D, frame: VideoFrame): void {
  const { displayWidth: width, displayHeight: height } = frame;
  const { canvas } = context;
  // Setting a canvas's size clears it, so only where it differs.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.drawImage(frame, 0, 0, width, height);
  frame.close();
}
