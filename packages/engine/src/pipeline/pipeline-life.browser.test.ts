import type { Kernels } from '@cyclorama/kernels';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrameError } from '../errors';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';
import { browserKernels } from './testing/browser-kernels';
import { distance, drawn, pixelOf, planarFrame } from './testing/frames';
import { PaintedSegmenter } from './testing/painted-segmenter';

const SIZE = { width: 320, height: 180 };
const opened: Pipeline[] = [];

interface Bench {
  readonly kernels: Kernels;
  readonly pipeline: Pipeline;
  readonly segmenter: PaintedSegmenter;
  readonly clock: StageClock;
}

async function makePipeline(): Promise<Bench> {
  const kernels = await browserKernels();
  const segmenter = new PaintedSegmenter(kernels, (x) => (x < 0.5 ? 1 : 0));
  const clock = new StageClock();
  const pipeline = new Pipeline(kernels, segmenter, clock);
  opened.push(pipeline);
  return { kernels, pipeline, segmenter, clock };
}

const grey = (size = SIZE) => planarFrame(size, () => [120, 120, 120]);
const bytesOf = ({ memory }: Kernels) => memory.memory.buffer.byteLength;

async function picture(): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext('2d')?.fillRect(0, 0, 64, 48);
  return createImageBitmap(canvas);
}

afterEach(() => {
  opened.splice(0).forEach((pipeline) => pipeline.close());
  vi.restoreAllMocks();
});

describe('memory', () => {
  for (const type of ['color', 'blur', 'image'] as const) {
    it(`is not taken over 1,000 frames, with ${type} behind`, { timeout: 60_000 }, async () => {
      const { kernels, pipeline } = await makePipeline();
      if (type === 'color') pipeline.setBackground({ type, color: '#102030' });
      if (type === 'blur') pipeline.setBackground({ type, strength: 0.5 });
      if (type === 'image') pipeline.setBackground({ type, bitmap: await picture(), fit: 'cover' });
      (await pipeline.process(grey())).close();
      const allocate = vi.spyOn(kernels.memory, 'allocate');
      const [bytes, used] = [bytesOf(kernels), kernels.memory.usedBytes];
      const source = grey();
      for (let turn = 0; turn < 1000; turn++) {
        (await pipeline.process(source.clone())).close();
      }
      source.close();
      expect(allocate).not.toHaveBeenCalled();
      expect([bytesOf(kernels), kernels.memory.usedBytes]).toEqual([bytes, used]);
    });
  }

  it('does not grow when sizes and backgrounds come and go', async () => {
    const { kernels, pipeline } = await makePipeline();
    const turn = async () => {
      for (const [width, height] of [
        [320, 180],
        [161, 91],
        [180, 320],
      ] as const) {
        pipeline.setBackground({ type: 'blur', strength: 1 });
        (await pipeline.process(grey({ width, height }))).close();
        pipeline.setBackground({ type: 'image', bitmap: await picture(), fit: 'contain' });
        (await pipeline.process(grey({ width, height }))).close();
      }
    };
    for (let warm = 0; warm < 3; warm++) await turn();
    const [bytes, used] = [bytesOf(kernels), kernels.memory.usedBytes];
    for (let again = 0; again < 10; again++) await turn();
    expect([bytesOf(kernels), kernels.memory.usedBytes]).toEqual([bytes, used]);
  });

  it('is all given back by close, which may be called twice', async () => {
    const { kernels, pipeline } = await makePipeline();
    const bitmap = await picture();
    pipeline.setBackground({ type: 'image', bitmap, fit: 'cover' });
    (await pipeline.process(grey())).close();
    pipeline.close();
    pipeline.close();
    expect(kernels.memory.usedBytes).toBe(0);
    expect(bitmap.width).toBe(0);
    const late = await picture();
    pipeline.setBackground({ type: 'image', bitmap: late, fit: 'cover' });
    expect(late.width).toBe(0);
  });
});

describe('a pipeline fails closed', () => {
  it('shows no frame before a background is set, and closes it', async () => {
    const { pipeline } = await makePipeline();
    const frame = grey();
    await expect(pipeline.process(frame)).rejects.toThrow(FrameError);
    expect(frame.format).toBeNull();
  });

  for (const [name, value] of [
    ['not a number', NaN],
    ['above one', 7],
    ['below zero', -3],
    ['infinite', Infinity],
  ] as const) {
    it(`refuses a mask with a value that is ${name}, closes the frame, and goes on`, async () => {
      const { pipeline, segmenter } = await makePipeline();
      const { paint } = segmenter;
      pipeline.setBackground({ type: 'color', color: '#0000ff' });
      segmenter.paint = (x, y) => (x > 0.9 && y > 0.9 ? value : paint(x, y));
      const frame = grey();
      await expect(pipeline.process(frame)).rejects.toThrow(FrameError);
      expect(frame.format).toBeNull();
      segmenter.paint = paint;
      const composite = await pipeline.process(grey());
      expect(distance(pixelOf(drawn(composite), 310, 90), [0, 0, 255])).toBeLessThanOrEqual(3);
      composite.close();
    });
  }

  it('closes a frame that cannot be read', async () => {
    const { pipeline } = await makePipeline();
    pipeline.setBackground({ type: 'color', color: '#0000ff' });
    const frame = grey();
    const close = vi.spyOn(frame, 'close');
    vi.spyOn(frame, 'copyTo').mockRejectedValue(new DOMException('gone', 'InvalidStateError'));
    await expect(pipeline.process(frame)).rejects.toThrow('gone');
    expect(close).toHaveBeenCalled();
  });

  it('closes the frame when the background cannot be drawn, and tries again', async () => {
    const { pipeline } = await makePipeline();
    pipeline.setBackground({ type: 'image', bitmap: await picture(), fit: 'cover' });
    const getContext = vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValue(null);
    const frame = grey();
    await expect(pipeline.process(frame)).rejects.toThrow('2D context');
    expect(frame.format).toBeNull();
    getContext.mockRestore();
    const composite = await pipeline.process(grey());
    expect(distance(pixelOf(drawn(composite), 310, 90), [0, 0, 0])).toBeLessThanOrEqual(3);
    composite.close();
  });

  it('gives no composite once it is closed', async () => {
    const { pipeline } = await makePipeline();
    pipeline.setBackground({ type: 'none' });
    pipeline.close();
    const frame = grey();
    await expect(pipeline.process(frame)).rejects.toThrow(FrameError);
    expect(frame.format).toBeNull();
  });

  it('does not let a frame through that was begun before none was asked for', async () => {
    const { pipeline } = await makePipeline();
    pipeline.setBackground({ type: 'color', color: '#0000ff' });
    const begun = pipeline.process(grey());
    pipeline.setBackground({ type: 'none' });
    const composite = await begun;
    expect(distance(pixelOf(drawn(composite), 310, 90), [0, 0, 255])).toBeLessThanOrEqual(3);
    composite.close();
  });
});

describe('a pipeline', () => {
  it('closes the picture that is replaced, even one that never stood behind a frame', async () => {
    const { pipeline } = await makePipeline();
    const pictures = [await picture(), await picture()] as const;
    for (const bitmap of pictures) pipeline.setBackground({ type: 'image', bitmap, fit: 'cover' });
    (await pipeline.process(grey())).close();
    expect(pictures.map((bitmap) => bitmap.width)).toEqual([0, 64]);
    pipeline.setBackground({ type: 'color', color: '#000000' });
    (await pipeline.process(grey())).close();
    expect(pictures[1].width).toBe(0);
  });

  it('times every stage', async () => {
    const { pipeline, clock } = await makePipeline();
    pipeline.setBackground({ type: 'blur', strength: 0 });
    (await pipeline.process(grey())).close();
    const times = clock.lastMs();
    const stages = ['read', 'shrink', 'segment', 'refine', 'compose', 'write'];
    expect(Object.keys(times)).toEqual(stages);
    expect(times.segment).toBeGreaterThan(0);
  });

  it('gives the mask alone, of any source, and closes the frame', async () => {
    const { pipeline } = await makePipeline();
    const frame = new VideoFrame(await picture(), { timestamp: 0 });
    const { width, height, values } = await pipeline.mask(frame);
    expect([width, height, values.length]).toEqual([256, 144, 256 * 144]);
    expect([values[0], values[255]]).toEqual([1, 0]);
    expect(frame.format).toBeNull();
  });
});
