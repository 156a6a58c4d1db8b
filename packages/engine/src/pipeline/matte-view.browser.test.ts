import { afterEach, describe, expect, it } from 'vitest';
import type { LoadedBackground } from '../background/loaded-background';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';
import { browserKernels } from './testing/browser-kernels';
import { distance, drawn, pixelOf, planarFrame, type Rgb } from './testing/frames';
import { PaintedSegmenter } from './testing/painted-segmenter';

const RED: Rgb = [200, 40, 30];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const LEFT = [40, 90] as const;
const RIGHT = [280, 90] as const;

const frameOf = (width = 320): VideoFrame => planarFrame({ width, height: 180 }, () => RED);

/** A pipeline that takes the left half for the person. */
async function makePipeline(background: LoadedBackground): Promise<Pipeline> {
  const kernels = await browserKernels();
  const segmenter = new PaintedSegmenter(kernels, (x) => Number(x < 0.5));
  const pipeline = new Pipeline(kernels, segmenter, new StageClock());
  pipeline.setBackground(background);
  return pipeline;
}

async function seen(pipeline: Pipeline, frame: VideoFrame, at: readonly [number, number]) {
  const out = await pipeline.process(frame);
  const pixel = pixelOf(drawn(out), ...at);
  out.close();
  return pixel;
}

describe('the matte as what goes out', () => {
  let pipeline: Pipeline;
  afterEach(() => pipeline.close());

  it.each([
    { type: 'color', color: '#0000ff' },
    { type: 'blur', strength: 0.5 },
    { type: 'none' },
  ] satisfies LoadedBackground[])('is white on black over $type', async (background) => {
    pipeline = await makePipeline(background);
    pipeline.setView('matte');
    expect(distance(await seen(pipeline, frameOf(), LEFT), WHITE)).toBeLessThanOrEqual(2);
    expect(distance(await seen(pipeline, frameOf(), RIGHT), BLACK)).toBeLessThanOrEqual(2);
    expect(pipeline.maskTimestampUs).toBe(1000);
  });

  it('follows a size that changes, and gives way to the composite again', async () => {
    pipeline = await makePipeline({ type: 'color', color: '#0000ff' });
    pipeline.setView('matte');
    await seen(pipeline, frameOf(), LEFT);
    expect(distance(await seen(pipeline, frameOf(640), [500, 90]), BLACK)).toBeLessThanOrEqual(2);
    pipeline.setView('composite');
    expect(distance(await seen(pipeline, frameOf(), LEFT), RED)).toBeLessThanOrEqual(4);
    expect(distance(await seen(pipeline, frameOf(), RIGHT), [0, 0, 255])).toBeLessThanOrEqual(4);
  });

  it('gives way to the very frame under none', async () => {
    pipeline = await makePipeline({ type: 'none' });
    pipeline.setView('matte');
    await seen(pipeline, frameOf(), LEFT);
    pipeline.setView('composite');
    const frame = frameOf();
    expect(await pipeline.process(frame)).toBe(frame);
    expect(pipeline.maskTimestampUs).toBeUndefined();
    frame.close();
  });

  it('changes only between two frames', async () => {
    pipeline = await makePipeline({ type: 'color', color: '#0000ff' });
    const pixel = seen(pipeline, frameOf(), RIGHT);
    pipeline.setView('matte');
    expect(distance(await pixel, [0, 0, 255])).toBeLessThanOrEqual(4);
    expect(distance(await seen(pipeline, frameOf(), RIGHT), BLACK)).toBeLessThanOrEqual(2);
  });
});
