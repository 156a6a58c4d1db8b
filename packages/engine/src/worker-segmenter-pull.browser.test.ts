import { eventually, sleep, type Rgb } from '@cyclorama/testing/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSegmenter } from './create-segmenter';
import { ModelLoadError, WorkerLostError } from './errors';
import { BackgroundProcessor } from './processor';
import { FakeSegmenters } from './testing/fake-segmenters';
import { paintedCanvas, paintedFrame } from './testing/painted-frame';
import { isBlue, isRed, paintPerson } from './testing/red-person';

const BLUE = { type: 'color', color: '#0000ff' } as const;

let fakes: FakeSegmenters;
beforeEach(() => void (fakes = new FakeSegmenters()));

const alive = (): number => fakes.workers.filter(({ ended }) => !ended).length;

describe('processFrame', () => {
  const frameOf = (timestamp: number): VideoFrame => paintedFrame(paintPerson, timestamp);

  const centerOf = (frame: VideoFrame): Rgb => {
    const context = new OffscreenCanvas(320, 180).getContext('2d');
    context?.drawImage(frame, 0, 0);
    frame.close();
    const [red = 0, green = 0, blue = 0] = context?.getImageData(160, 90, 1, 1).data ?? [];
    return [red, green, blue];
  };

  async function pulling(segmenter = fakes.make()): Promise<[BackgroundProcessor, string[]]> {
    const processor = new BackgroundProcessor({ background: BLUE, segmenter });
    const errors: string[] = [];
    processor.on('error', (error) => errors.push(error.code));
    return [processor, errors];
  }

  it('waits for the segmenter at first, and longer than for the selfie models', async () => {
    const [processor, errors] = await pulling(fakes.make({ openMs: 300, lateMs: 2700 }));
    expect(isRed(centerOf(await processor.processFrame(frameOf(0))))).toBe(true);
    expect(processor.state).toBe('running');
    expect(errors).toEqual([]);
    processor.close();
  });

  it('gives holding frames without one, and tells once', async () => {
    const [processor, errors] = await pulling(fakes.make({ missing: true }));
    for (const timestamp of [0, 1, 2]) {
      expect(isBlue(centerOf(await processor.processFrame(frameOf(timestamp))))).toBe(true);
    }
    expect(errors).toEqual(['model-load']);
    await processor.update({ segmenter: fakes.make({ key: 'two' }) });
    expect(isRed(centerOf(await processor.processFrame(frameOf(3))))).toBe(true);
    expect(processor.state).toBe('running');
    processor.close();
  });

  it('waits for one that is started again', async () => {
    const [processor, errors] = await pulling();
    (await processor.processFrame(frameOf(0))).close();
    fakes.workers.at(-1)?.break();
    await eventually('the loss was told', () => errors.length > 0);
    expect(isRed(centerOf(await processor.processFrame(frameOf(1))))).toBe(true);
    expect(errors).toEqual(['worker-lost']);
    processor.close();
  });
});

describe('createSegmenter', () => {
  it('gives the masks of a segmenter with its own worker, and ends that', async () => {
    const segmenter = await createSegmenter({ segmenter: fakes.make() });
    const { width, height, values } = await segmenter.segment(paintedCanvas(paintPerson));
    expect([width, height]).toEqual([256, 144]);
    expect([values[72 * 256 + 128], values[0]]).toEqual([1, 0]);
    fakes.workers.at(-1)?.break();
    await sleep(300);
    const again = await segmenter.segment(paintedCanvas(paintPerson));
    expect(again.values).toEqual(values);
    segmenter.close();
    expect(fakes.workers.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(segmenter.segment(paintedCanvas(paintPerson))).rejects.toBeInstanceOf(
      WorkerLostError,
    );
  });

  it('rejects when its weights are missing', async () => {
    const made = createSegmenter({ segmenter: fakes.make({ missing: true }) });
    await expect(made).rejects.toBeInstanceOf(ModelLoadError);
    expect(alive()).toBe(0);
  });
});
