import type { Kernels } from '@cyclorama/kernels';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrameError, WorkerLostError, type CycloramaError } from '../errors';
import { Pipeline } from '../pipeline/pipeline';
import { StageClock } from '../pipeline/stage-clock';
import { browserKernels } from '../pipeline/testing/browser-kernels';
import { distance, drawn, pixelOf, planarFrame, type Rgb } from '../pipeline/testing/frames';
import { PaintedSegmenter } from '../pipeline/testing/painted-segmenter';
import { paintRed } from '../testing/paint-mask';
import { serveCalls } from '../worker/channel';
import { NoSegmenterError } from './no-segmenter-error';
import { RemoteSegmenter } from './remote-segmenter';
import type { InputSizing, MaskCalls, SegmentArgs, SegmentBuffers } from './worker-segmenter';

const SIZE = { width: 320, height: 180 };
const RED: Rgb = [200, 0, 0];
const GREEN: Rgb = [0, 200, 0];
const BLUE: Rgb = [0, 0, 255];

type Answer = (args: SegmentArgs) => Promise<SegmentBuffers> | SegmentBuffers;

interface Bench {
  readonly kernels: Kernels;
  readonly pipeline: Pipeline;
  readonly lost: CycloramaError[];
  /** What the worker was asked. */
  readonly asked: SegmentArgs[];
}

interface BenchOptions {
  readonly answer?: Answer;
  readonly patienceMs?: number;
  readonly input?: InputSizing;
}

const seesRed: Answer = (args) => {
  paintRed(args);
  return args;
};

const opened: Pipeline[] = [];

/** A pipeline whose segmenter asks the test. */
async function makeBench({ answer = seesRed, ...options }: BenchOptions = {}): Promise<Bench> {
  const { patienceMs, input = { scale: 0.5, step: 16, plus: 1 } } = options;
  const kernels = await browserKernels();
  const { port1: port, port2 } = new MessageChannel();
  const [lost, asked]: [CycloramaError[], SegmentArgs[]] = [[], []];
  serveCalls<MaskCalls>(port, {
    segment: async (args) => {
      asked.push({ ...args, pixels: args.pixels.slice(0) });
      const { pixels, mask } = await answer(args);
      return { pixels, mask };
    },
  });
  port.start();
  const remote = { name: 'fake', input, port: port2 };
  const segmenter = new RemoteSegmenter(kernels, remote, (error) => lost.push(error), patienceMs);
  const pipeline = new Pipeline(kernels, segmenter, new StageClock());
  pipeline.setBackground({ type: 'color', color: '#0000ff' });
  opened.push(pipeline);
  return { kernels, pipeline, lost, asked };
}

/** Red in the upper left quarter, green elsewhere, as the planes lie. */
const quarter = (size = SIZE, extra: { rotation?: number; flip?: boolean } = {}): VideoFrame =>
  planarFrame(size, (x, y) => (x < size.width / 2 && y < size.height / 2 ? RED : GREEN), extra);

/** Whether what was red is there, and blue is where the rest was. */
function expectRedOnly(before: ImageData, composite: VideoFrame): void {
  const after = drawn(composite);
  composite.close();
  for (const [across, down] of [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.8],
    [0.8, 0.8],
  ] as const) {
    const [x, y] = [Math.floor(across * before.width), Math.floor(down * before.height)];
    const was = pixelOf(before, x, y);
    const wanted = was[0] > 100 ? was : BLUE;
    expect(distance(pixelOf(after, x, y), wanted)).toBeLessThanOrEqual(6);
  }
}

afterEach(() => {
  opened.splice(0).forEach((pipeline) => pipeline.close());
  vi.unstubAllGlobals();
});

describe('a segmenter in another worker', () => {
  for (const rotation of [0, 90, 180, 270])
    for (const flip of [false, true])
      it(`sees people upright at ${rotation}°${flip ? ', mirrored' : ''}`, async () => {
        const { pipeline, asked } = await makeBench();
        const frame = quarter(SIZE, { rotation, flip });
        const before = drawn(frame);
        expectRedOnly(before, await pipeline.process(frame));
        const upright = before.width > before.height ? [161, 81] : [81, 161];
        expect([asked[0]?.input.width, asked[0]?.input.height]).toEqual(upright);
      });

  it.each([
    [
      { width: 640, height: 480 },
      { width: 321, height: 241 },
      { width: 256, height: 192 },
    ],
    [
      { width: 33, height: 17 },
      { width: 17, height: 17 },
      { width: 256, height: 132 },
    ],
    [
      { width: 180, height: 321 },
      { width: 81, height: 161 },
      { width: 144, height: 256 },
    ],
  ])('is asked for frames of %j what fits their shape', async (size, input, wanted) => {
    const { pipeline, asked } = await makeBench();
    (await pipeline.process(quarter(size))).close();
    expect(asked[0]).toMatchObject({ input, wanted });
    expect(asked[0]?.pixels.byteLength).toBe(12 * input.width * input.height);
  });

  it('is shown the whole picture as RGB from 0 to 1', async () => {
    const { pipeline, asked } = await makeBench();
    (await pipeline.process(quarter())).close();
    const [{ pixels, input }] = asked as [SegmentArgs];
    const rgb = new Float32Array(pixels);
    const at = (x: number, y: number) => [...rgb.subarray(3 * (y * input.width + x)).slice(0, 3)];
    const [first, last] = [at(0, 0), at(input.width - 1, input.height - 1)];
    first.forEach((value, channel) => expect(value).toBeCloseTo((RED[channel] ?? 0) / 255, 1));
    last.forEach((value, channel) => expect(value).toBeCloseTo((GREEN[channel] ?? 0) / 255, 1));
  });

  it('follows frames that change their shape', async () => {
    const { pipeline } = await makeBench();
    for (const size of [SIZE, { width: 180, height: 320 }, { width: 640, height: 360 }]) {
      const frame = quarter(size);
      const before = drawn(frame);
      expectRedOnly(before, await pipeline.process(frame));
    }
  });

  it('takes no memory and makes no buffer over 1,000 frames', { timeout: 60_000 }, async () => {
    const { kernels, pipeline } = await makeBench({ answer: (args) => args });
    (await pipeline.process(quarter())).close();
    const allocate = vi.spyOn(kernels.memory, 'allocate');
    const made = vi.fn();
    const construct = (target: typeof ArrayBuffer, args: [number]): ArrayBuffer => {
      made(args);
      return new target(...args);
    };
    vi.stubGlobal('ArrayBuffer', new Proxy(ArrayBuffer, { construct }));
    const { usedBytes } = kernels.memory;
    const source = quarter();
    for (let turn = 0; turn < 1000; turn++) (await pipeline.process(source.clone())).close();
    source.close();
    expect(made).not.toHaveBeenCalled();
    expect(allocate).not.toHaveBeenCalled();
    expect(kernels.memory.usedBytes).toBe(usedBytes);
  });

  it('puts the mask where it belongs when the memory grew meanwhile', async () => {
    const bench = await makeBench({
      answer: (args) => {
        bench.kernels.memory.allocate(50e6);
        return seesRed(args);
      },
    });
    const frame = quarter();
    const before = drawn(frame);
    expectRedOnly(before, await bench.pipeline.process(frame));
  });

  it('gives all memory back, and ends the wait for a mask, when it is closed', async () => {
    const { kernels, pipeline, lost } = await makeBench({ answer: () => new Promise(() => 0) });
    const frame = quarter();
    const waiting = pipeline.process(frame);
    await expect.poll(() => kernels.memory.usedBytes).toBeGreaterThan(0);
    pipeline.close();
    await expect(waiting).rejects.toThrow(FrameError);
    expect(frame.format).toBeNull();
    expect(kernels.memory.usedBytes).toBe(0);
    expect(lost).toEqual([]);
  });
});

describe('a segmenter in another worker that fails', () => {
  it.each<[string, Answer, RegExp]>([
    ['a mask that is too short', (args) => ({ ...args, mask: new ArrayBuffer(8) }), /of 8 bytes/],
    ['no mask', ({ pixels }) => ({ pixels }) as SegmentBuffers, /of 0 bytes/],
    [
      'garbage',
      (args) => {
        new Float32Array(args.mask).fill(NaN);
        return args;
      },
      /no probability/,
    ],
    ['an error', () => Promise.reject(new Error('too hot')), /too hot/],
  ])('by %s costs one frame, and is asked again', async (_, wrong, message) => {
    let answer = wrong;
    const { pipeline, lost } = await makeBench({ answer: (args) => answer(args) });
    const frame = quarter();
    const outcome = pipeline.process(frame);
    await expect(outcome).rejects.toThrow(FrameError);
    await expect(outcome).rejects.toThrow(message);
    expect(frame.format).toBeNull();
    answer = seesRed;
    const next = quarter();
    const before = drawn(next);
    expectRedOnly(before, await pipeline.process(next));
    expect(lost).toEqual([]);
  });

  it('by silence is lost, told once, and not waited for again', async () => {
    const answer = (): Promise<never> => new Promise(() => undefined);
    const { pipeline, lost, asked } = await makeBench({ answer, patienceMs: 60 });
    for (let turn = 0; turn < 3; turn++) {
      await expect(pipeline.process(quarter())).rejects.toThrow(NoSegmenterError);
    }
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(WorkerLostError);
    expect(lost[0]?.message).toMatch(/fake worker gave no answer/);
    expect(asked).toHaveLength(1);
  });
});

describe('a pipeline', () => {
  it('takes another segmenter between two frames, and smooths nothing from one to the other', async () => {
    const { kernels, pipeline } = await makeBench();
    const shownWith = async (probability: number): Promise<Rgb> => {
      pipeline.setSegmenter(new PaintedSegmenter(kernels, () => probability));
      const composite = await pipeline.process(quarter());
      const seen = pixelOf(drawn(composite), 60, 40);
      composite.close();
      return seen;
    };
    const alone = await shownWith(0.4);
    const other = await shownWith(0.6);
    expect(distance(other, alone)).toBeGreaterThan(30);
    expect(await shownWith(0.4)).toEqual(alone);
  });

  it('takes no more memory when segmenters come and go', async () => {
    const { kernels, pipeline } = await makeBench();
    const turn = async (): Promise<number> => {
      pipeline.setSegmenter(new PaintedSegmenter(kernels, () => 1));
      (await pipeline.process(quarter())).close();
      return kernels.memory.usedBytes;
    };
    const used = [await turn(), await turn(), await turn(), await turn()];
    expect(new Set(used.slice(1)).size).toBe(1);
  });

  it('shows nothing without a segmenter, at once also of a frame that waits for its mask', async () => {
    const { pipeline, asked } = await makeBench({ answer: () => new Promise(() => undefined) });
    const waiting = pipeline.process(quarter());
    const outcome = expect(waiting).rejects.toThrow(NoSegmenterError);
    await expect.poll(() => asked).toHaveLength(1);
    pipeline.setSegmenter(undefined);
    await outcome;
    await expect(pipeline.process(quarter())).rejects.toThrow(NoSegmenterError);
  });
});
