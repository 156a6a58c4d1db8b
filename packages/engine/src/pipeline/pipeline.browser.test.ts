import { afterEach, describe, expect, it } from 'vitest';
import { Pipeline } from './pipeline';
import { StageClock } from './stage-clock';
import { browserKernels } from './testing/browser-kernels';
import { distance, drawn, packedFrame, pixelOf, planarFrame, type Rgb } from './testing/frames';
import { PaintedSegmenter, type PaintMask } from './testing/painted-segmenter';

const SIZE = { width: 320, height: 180 };
const RED: Rgb = [200, 40, 30];
const opened: Pipeline[] = [];

async function makePipeline(paint: PaintMask) {
  const kernels = await browserKernels();
  const segmenter = new PaintedSegmenter(kernels, paint);
  const pipeline = new Pipeline(kernels, segmenter, new StageClock());
  opened.push(pipeline);
  return { kernels, pipeline };
}

afterEach(() => opened.splice(0).forEach((pipeline) => pipeline.close()));

const allPerson = () => 1;
const flat = () => RED;

const canvasFrame = () => {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = `rgb(${RED.join(' ')})`;
    context.fillRect(0, 0, SIZE.width, SIZE.height);
  }
  return new VideoFrame(canvas, { timestamp: 1000 });
};

const space = (matrix: VideoMatrixCoefficients, fullRange: boolean): VideoColorSpaceInit => ({
  primaries: 'bt709',
  transfer: matrix === 'bt709' ? 'bt709' : 'smpte170m',
  matrix,
  fullRange,
});

const SOURCES: Record<string, () => VideoFrame> = {
  'I420 with a colour space of nulls': () => planarFrame(SIZE, flat),
  'I420 in BT.709': () => planarFrame(SIZE, flat, { colorSpace: space('bt709', false) }),
  'I420 in BT.709 of full range': () =>
    planarFrame(SIZE, flat, { colorSpace: space('bt709', true) }),
  'I420 in BT.601 of full range': () =>
    planarFrame(SIZE, flat, { colorSpace: space('smpte170m', true) }),
  'NV12 with a colour space of nulls': () => planarFrame(SIZE, flat, { format: 'NV12' }),
  'RGBA pixels': () => packedFrame(SIZE, flat, 'RGBA'),
  'BGRA pixels': () => packedFrame(SIZE, flat, 'BGRA'),
  'a canvas': canvasFrame,
};

describe('a flat colour comes back unchanged', () => {
  for (const [name, make] of Object.entries(SOURCES)) {
    it(`through an all-person matte, from ${name}`, async () => {
      const { pipeline } = await makePipeline(allPerson);
      pipeline.setBackground({ type: 'color', color: '#0000ff' });
      const source = make();
      const before = pixelOf(drawn(source), 100, 100);
      const composite = await pipeline.process(source);
      const after = pixelOf(drawn(composite), 100, 100);
      composite.close();
      expect(
        distance(before, after),
        `${before.join()} became ${after.join()}`,
      ).toBeLessThanOrEqual(2);
      expect(source.format).toBeNull();
    });

    it(`through none, from ${name}: it is the very frame`, async () => {
      const { pipeline } = await makePipeline(allPerson);
      pipeline.setBackground({ type: 'none' });
      const source = make();
      expect(await pipeline.process(source)).toBe(source);
      source.close();
    });

    it(`and a background's colour is right, in ${name}`, async () => {
      const { pipeline } = await makePipeline((x) => (x < 0.5 ? 1 : 0));
      pipeline.setBackground({ type: 'color', color: '#2060a0' });
      const composite = await pipeline.process(make());
      const picture = drawn(composite);
      composite.close();
      const behind = pixelOf(picture, 300, 100);
      expect(distance(behind, [0x20, 0x60, 0xa0]), String(behind)).toBeLessThanOrEqual(3);
      expect(distance(pixelOf(picture, 10, 100), RED)).toBeLessThanOrEqual(4);
    });
  }
});
