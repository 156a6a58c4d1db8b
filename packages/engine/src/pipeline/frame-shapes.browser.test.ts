import { afterEach, describe, expect, it } from 'vitest';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';
import { browserKernels } from './testing/browser-kernels';
import {
  distance,
  drawn,
  NULL_COLOR_SPACE,
  packedFrame,
  pixelOf,
  planarFrame,
  type PaintFrame,
  type Rgb,
} from './testing/frames';
import { PaintedSegmenter } from './testing/painted-segmenter';

const opened: Pipeline[] = [];

async function makePipeline(): Promise<Pipeline> {
  const kernels = await browserKernels();
  const pipeline = new Pipeline(kernels, new PaintedSegmenter(kernels, () => 1), new StageClock());
  pipeline.setBackground({ type: 'color', color: '#0000ff' });
  opened.push(pipeline);
  return pipeline;
}

afterEach(() => opened.splice(0).forEach((pipeline) => pipeline.close()));

/** Smooth in both directions, so that a shift or a stretch shows. */
const slopes =
  (width: number, height: number): PaintFrame =>
  (x, y) => [40 + (160 * x) / width, 60, 40 + (160 * y) / height];

/** Largest difference between what is drawn of two frames; a border apart, which scaling repeats. */
function difference(before: ImageData, after: ImageData, border = 0): number {
  let largest = 0;
  for (let y = border; y < before.height - border; y++)
    for (let x = border; x < before.width - border; x++)
      largest = Math.max(largest, distance(pixelOf(before, x, y), pixelOf(after, x, y)));
  return largest;
}

async function roundTrip(frame: VideoFrame) {
  const pipeline = await makePipeline();
  const before = drawn(frame);
  const composite = await pipeline.process(frame);
  return { before, after: drawn(composite), composite };
}

describe('a frame of any shape comes back as it was', () => {
  for (const [width, height] of [
    [320, 180],
    [321, 181],
    [180, 320],
    [33, 17],
    [2, 2],
  ] as const) {
    for (const format of ['I420', 'NV12', 'RGBA', 'BGRA'] as const) {
      it(`${format} of ${width}×${height}`, async () => {
        const size = { width, height };
        const paint = slopes(width, height);
        const packed = format === 'RGBA' || format === 'BGRA';
        const frame = packed
          ? packedFrame(size, paint, format)
          : planarFrame(size, paint, { format });
        const { before, after, composite } = await roundTrip(frame);
        expect([composite.displayWidth, composite.displayHeight]).toEqual([width, height]);
        // Chroma of packed pixels is halved on the way, so steep slopes lose a little more.
        expect(difference(before, after)).toBeLessThanOrEqual(packed ? 4 + 200 / width : 2);
        composite.close();
      });
    }
  }

  it('with a visible rectangle inside the coded picture', async () => {
    const frame = planarFrame({ width: 320, height: 240 }, slopes(320, 240), {
      visibleRect: { x: 16, y: 20, width: 240, height: 180 },
    });
    const { before, after, composite } = await roundTrip(frame);
    expect([composite.displayWidth, composite.displayHeight]).toEqual([240, 180]);
    expect(difference(before, after)).toBeLessThanOrEqual(2);
    composite.close();
  });

  it('with a visible rectangle that is shown smaller than it is', async () => {
    const frame = planarFrame({ width: 1280, height: 720 }, slopes(1280, 720), {
      visibleRect: { x: 160, y: 0, width: 960, height: 720 },
      displayWidth: 640,
      displayHeight: 480,
    });
    const { before, after, composite } = await roundTrip(frame);
    expect([composite.displayWidth, composite.displayHeight]).toEqual([640, 480]);
    expect([composite.codedWidth, composite.codedHeight]).toEqual([640, 480]);
    expect(difference(before, after, 2)).toBeLessThanOrEqual(3);
    composite.close();
  });

  it('with pixels that are not square', async () => {
    const frame = planarFrame({ width: 180, height: 144 }, slopes(180, 144), {
      displayWidth: 256,
      displayHeight: 144,
    });
    const { before, after, composite } = await roundTrip(frame);
    expect([composite.displayWidth, composite.displayHeight]).toEqual([256, 144]);
    expect(difference(before, after, 2)).toBeLessThanOrEqual(3);
    composite.close();
  });

  it('with a visible rectangle that begins at an odd pixel', async () => {
    const frame = packedFrame({ width: 200, height: 120 }, slopes(200, 120), 'BGRA');
    const odd = new VideoFrame(frame, { visibleRect: { x: 7, y: 5, width: 101, height: 51 } });
    frame.close();
    const { before, after, composite } = await roundTrip(odd);
    expect([composite.displayWidth, composite.displayHeight]).toEqual([101, 51]);
    expect(difference(before, after, 2)).toBeLessThanOrEqual(4);
    composite.close();
  });

  for (const [format, chroma] of [
    ['I444', 64 * 36],
    ['I422', 32 * 36],
    ['I420A', 32 * 18],
  ] as const) {
    it(`in ${format}, which no kernel reads`, async () => {
      const planes = [Array<number>(64 * 36).fill(90), Array<number>(chroma).fill(110)];
      const bytes = [planes[0], planes[1], Array<number>(chroma).fill(160)].flat();
      const alpha = format === 'I420A' ? Array<number>(64 * 36).fill(255) : [];
      const frame = new VideoFrame(Uint8Array.from([...bytes, ...alpha].map(Number)), {
        format,
        codedWidth: 64,
        codedHeight: 36,
        timestamp: 0,
        colorSpace: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', fullRange: false },
      });
      const { before, after, composite } = await roundTrip(frame);
      expect(difference(before, after)).toBeLessThanOrEqual(2);
      composite.close();
    });
  }
});

describe('what a composite carries over', () => {
  it('has the timestamp, the duration and the colour space of nulls', async () => {
    const frame = planarFrame({ width: 64, height: 36 }, () => [200, 40, 30], {
      timestamp: 123_456,
      duration: 33_333,
    });
    const { composite } = await roundTrip(frame);
    expect(composite.timestamp).toBe(123_456);
    expect(composite.duration).toBe(33_333);
    expect(composite.colorSpace.toJSON()).toEqual(NULL_COLOR_SPACE);
    composite.close();
  });

  for (const rotation of [0, 90, 180, 270]) {
    for (const flip of [false, true]) {
      it(`is turned by ${rotation} degrees${flip ? ' and mirrored' : ''}`, async () => {
        const frame = planarFrame({ width: 96, height: 64 }, slopes(96, 64), { rotation, flip });
        const { before, after, composite } = await roundTrip(frame);
        expect([after.width, after.height]).toEqual(rotation % 180 ? [64, 96] : [96, 64]);
        expect(difference(before, after)).toBeLessThanOrEqual(2);
        composite.close();
      });

      it(`has an upright background, turned by ${rotation}${flip ? ' and mirrored' : ''}`, async () => {
        const kernels = await browserKernels();
        const segmenter = new PaintedSegmenter(kernels, () => 0);
        const pipeline = new Pipeline(kernels, segmenter, new StageClock());
        opened.push(pipeline);
        const bitmap = await leftRedTopGreen();
        pipeline.setBackground({ type: 'image', bitmap, fit: 'stretch' });
        const composite = await pipeline.process(
          planarFrame({ width: 96, height: 64 }, () => [0, 0, 0], { rotation, flip }),
        );
        const picture = drawn(composite);
        const { width, height } = picture;
        composite.close();
        const at = (x: number, y: number): Rgb => pixelOf(picture, x, y);
        expect(distance(at(8, height - 8), [200, 0, 0])).toBeLessThanOrEqual(4);
        expect(distance(at(width - 8, 8), [0, 200, 0])).toBeLessThanOrEqual(4);
        expect(distance(at(8, 8), [200, 200, 0])).toBeLessThanOrEqual(4);
        expect(distance(at(width - 8, height - 8), [0, 0, 0])).toBeLessThanOrEqual(4);
      });
    }
  }
});

/** Red on the left half, green on the upper half, both in the corner. */
async function leftRedTopGreen(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('An OffscreenCanvas without a 2D context.');
  context.fillRect(0, 0, 64, 64);
  context.globalCompositeOperation = 'lighter';
  context.fillStyle = 'rgb(200 0 0)';
  context.fillRect(0, 0, 32, 64);
  context.fillStyle = 'rgb(0 200 0)';
  context.fillRect(0, 0, 64, 32);
  return createImageBitmap(canvas);
}
