import { afterEach, describe, expect, it } from 'vitest';
import type { Fit } from '../options';
import { Pipeline } from '../pipeline/pipeline';
import { StageClock } from '../pipeline/stage-clock';
import { browserKernels } from '../pipeline/testing/browser-kernels';
import {
  distance,
  drawn,
  pixelOf,
  planarFrame,
  type PaintFrame,
  type Rgb,
} from '../pipeline/testing/frames';
import { PaintedSegmenter, type PaintMask } from '../pipeline/testing/painted-segmenter';
import type { LoadedBackground } from './loaded-background';

const SIZE = { width: 640, height: 360 };
const opened: Pipeline[] = [];

afterEach(() => opened.splice(0).forEach((pipeline) => pipeline.close()));

async function composite(
  background: LoadedBackground,
  mask: PaintMask,
  paint: PaintFrame,
  size = SIZE,
): Promise<ImageData> {
  const kernels = await browserKernels();
  const pipeline = new Pipeline(kernels, new PaintedSegmenter(kernels, mask), new StageClock());
  opened.push(pipeline);
  pipeline.setBackground(background);
  const frame = await pipeline.process(planarFrame(size, paint));
  const picture = drawn(frame);
  frame.close();
  return picture;
}

const nobody = () => 0;
const grey: PaintFrame = () => [120, 120, 120];

/** Green with a red disc in the middle, twice as wide as high. */
async function discPicture(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(400, 200);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.fillStyle = 'rgb(0 160 0)';
  context.fillRect(0, 0, 400, 200);
  context.fillStyle = 'rgb(200 0 0)';
  context.arc(200, 100, 80, 0, 7);
  context.fill();
  return createImageBitmap(canvas);
}

/** Width and height of the red disc in a picture. */
function discSize(picture: ImageData): [number, number] {
  const isRed = (x: number, y: number) => distance(pixelOf(picture, x, y), [200, 0, 0]) < 40;
  const { width, height } = picture;
  const [middleX, middleY] = [width >> 1, height >> 1];
  const across = Array.from({ length: width }, (_, x) => isRed(x, middleY)).filter(Boolean);
  const down = Array.from({ length: height }, (_, y) => isRed(middleX, y)).filter(Boolean);
  return [across.length, down.length];
}

describe('an image behind the person', () => {
  for (const [size, fit, disc, corner] of [
    [{ width: 640, height: 360 }, 'cover', [288, 288], [0, 160, 0]],
    [{ width: 640, height: 360 }, 'contain', [256, 256], [0, 0, 0]],
    [{ width: 640, height: 360 }, 'stretch', [256, 288], [0, 160, 0]],
    [{ width: 240, height: 321 }, 'cover', [240, 257], [0, 160, 0]],
    [{ width: 241, height: 320 }, 'contain', [96, 96], [0, 0, 0]],
  ] as const satisfies readonly (readonly [typeof SIZE, Fit, readonly [number, number], Rgb])[]) {
    it(`keeps its shape by ${fit} at ${size.width}×${size.height}`, async () => {
      const bitmap = await discPicture();
      const picture = await composite({ type: 'image', bitmap, fit }, nobody, grey, size);
      const [width, height] = discSize(picture);
      expect(Math.abs(width - disc[0]), String(width)).toBeLessThanOrEqual(4);
      expect(Math.abs(height - disc[1]), String(height)).toBeLessThanOrEqual(4);
      for (const x of [1, size.width - 2])
        for (const y of [1, size.height - 2])
          expect(distance(pixelOf(picture, x, y), corner)).toBeLessThanOrEqual(4);
    });
  }
});

/** Largest step between neighbours and largest range of the green channel, a border apart. */
function contrast(picture: ImageData, border = 0): { step: number; range: number } {
  let [step, least, most] = [0, 255, 0];
  const greenAt = (x: number, y: number) => pixelOf(picture, x, y)[1];
  for (let y = border; y < picture.height - border; y++)
    for (let x = border + 1; x < picture.width - border; x++) {
      const green = greenAt(x, y);
      step = Math.max(step, Math.abs(green - greenAt(x - 1, y)));
      [least, most] = [Math.min(least, green), Math.max(most, green)];
    }
  return { step, range: most - least };
}

describe('blur', () => {
  // Letters a tenth of the height tall have strokes of about a fiftieth of it.
  const stroke = SIZE.height / 50;
  const writing: PaintFrame = (x, y) => {
    const ink = Math.floor(x / stroke) % 2 === 0 && Math.floor(y / stroke) % 5 !== 0;
    return ink ? [10, 10, 10] : [245, 245, 245];
  };

  for (const strength of [0, 0.5, 1]) {
    it(`leaves nothing to read at strength ${strength}`, async () => {
      const picture = await composite({ type: 'blur', strength }, nobody, writing);
      expect(contrast(picture).step).toBeLessThanOrEqual(4);
      expect(contrast(picture, 36).range).toBeLessThanOrEqual(30);
    });
  }

  for (const [width, height] of [
    [640, 360],
    [321, 181],
    [90, 160],
  ] as const) {
    it(`has no halo of the person's colour at ${width}×${height}`, async () => {
      const inside = (x: number) => x >= 0.25 && x < 0.5;
      const red: Rgb = [220, 20, 20];
      const picture = await composite(
        { type: 'blur', strength: 1 },
        (x) => (inside(x) ? 1 : 0),
        (x) => (inside((x + 0.5) / width) ? red : [120, 120, 120]),
        { width, height },
      );
      for (const x of [0, 0.1, 0.2, 0.55, 0.6, 0.8]) {
        const pixel = pixelOf(picture, Math.round(x * width), height >> 1);
        expect(distance(pixel, [120, 120, 120]), `${x}: ${pixel.join()}`).toBeLessThanOrEqual(3);
      }
      const person = pixelOf(picture, Math.round(0.375 * width), height >> 1);
      expect(distance(person, red), String(person)).toBeLessThanOrEqual(4);
    });
  }

  it('keeps a flat room flat up to the borders', async () => {
    const picture = await composite({ type: 'blur', strength: 0.5 }, nobody, grey, {
      width: 333,
      height: 187,
    });
    expect(contrast(picture).range).toBeLessThanOrEqual(1);
    expect(distance(pixelOf(picture, 332, 186), [120, 120, 120])).toBeLessThanOrEqual(2);
  });

  it('gives the frame itself where all of it is person', async () => {
    const picture = await composite({ type: 'blur', strength: 0.5 }, () => 1, grey);
    expect(distance(pixelOf(picture, 320, 180), [120, 120, 120])).toBeLessThanOrEqual(2);
  });
});
