import { eventually } from '@cyclorama/testing/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { FramePainter } from './frame-painter';

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const GREEN = [0, 255, 0, 255];

let context: CanvasRenderingContext2D;
let painter: FramePainter;

beforeEach(() => {
  const made = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!made) throw new Error('A canvas without a 2D context.');
  context = made;
  painter = new FramePainter(context);
});

/** A frame of 8×4, red on the left and blue on the right. */
function frame(init: { rotation?: number; flip?: boolean } = {}): VideoFrame {
  const picture = new OffscreenCanvas(8, 4);
  const painting = picture.getContext('2d');
  if (!painting) throw new Error('A canvas without a 2D context.');
  for (const [index, color] of ['#f00', '#00f'].entries()) {
    painting.fillStyle = color;
    painting.fillRect(4 * index, 0, 4, 4);
  }
  return new VideoFrame(picture, { timestamp: 0, ...init });
}

const at = (x: number, y: number): number[] => [...context.getImageData(x, y, 1, 1).data];

describe('FramePainter', () => {
  it('paints a frame as it is, gives the canvas its size, and closes it', async () => {
    const painted = frame();
    await painter.paint(painted);
    expect([context.canvas.width, context.canvas.height]).toEqual([8, 4]);
    expect([at(1, 1), at(6, 1)]).toEqual([RED, BLUE]);
    expect(painted.format).toBeNull();
  });

  it('paints a frame that is to be turned turned, and one that is to be mirrored mirrored', async () => {
    await painter.paint(frame({ rotation: 90 }));
    expect([context.canvas.width, context.canvas.height]).toEqual([4, 8]);
    expect([at(1, 1), at(1, 6)]).toEqual([RED, BLUE]);
    await painter.paint(frame({ flip: true }));
    expect([at(1, 1), at(6, 1)]).toEqual([BLUE, RED]);
  });

  it('leaves a flat colour once it is closed, then nothing, and still closes the frame', async () => {
    await painter.paint(frame());
    const late = frame();
    const painting = painter.paint(late);
    painter.close('#00ff00');
    await painting;
    expect([at(1, 1), at(6, 1)]).toEqual([GREEN, GREEN]);
    expect(late.format).toBeNull();
    await eventually('the canvas is empty', () => context.canvas.width === 0);
  });
});
