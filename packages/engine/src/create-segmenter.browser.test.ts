import { samplePerson, type SamplePerson } from '@cyclorama/testing/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSegmenter,
  type Mask,
  type Segmenter,
  type SegmenterSource,
} from './create-segmenter';
import { ModelLoadError, WorkerLostError } from './errors';

let segmenter: Segmenter;
let person: SamplePerson;

beforeAll(async () => {
  [segmenter, person] = await Promise.all([createSegmenter(), samplePerson()]);
});
afterAll(() => segmenter.close());

function painted(picture: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function pixelsOf(picture: CanvasImageSource, width: number, height: number): ImageData {
  const context = painted(picture, width, height).getContext('2d');
  if (!context) throw new Error('no 2D context');
  return context.getImageData(0, 0, width, height);
}

/** Intersection over union of mask and true matte at one half. */
function iouOf({ width, height, values }: Mask, matte: ImageBitmap): number {
  const { data } = pixelsOf(matte, width, height);
  let [both, either] = [0, 0];
  values.forEach((value, at) => {
    const [found, truth] = [value > 0.5, (data[at * 4] ?? 0) > 127];
    if (found && truth) both++;
    if (found || truth) either++;
  });
  return both / either;
}

/** Every kind of picture that a segmenter takes, each with the same content. */
const KINDS: Record<string, (picture: ImageBitmap) => SegmenterSource | Promise<SegmenterSource>> =
  {
    ImageData: (picture) => pixelsOf(picture, picture.width, picture.height),
    ImageBitmap: (picture) => picture,
    OffscreenCanvas: (picture) => painted(picture, picture.width, picture.height),
    HTMLCanvasElement: (picture) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas;
    },
    HTMLImageElement: async (picture) => {
      const blob = await painted(picture, picture.width, picture.height).convertToBlob();
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      await image.decode();
      return image;
    },
    HTMLVideoElement: async (picture) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      const video = document.createElement('video');
      video.srcObject = canvas.captureStream();
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      await video.play();
      return video;
    },
    VideoFrame: (picture) => new VideoFrame(picture, { timestamp: 0 }),
  };

describe('createSegmenter', () => {
  it.each(Object.keys(KINDS))('finds the person in a %s', async (kind) => {
    const source = await KINDS[kind]?.(person.picture);
    if (!source) throw new Error(`no ${kind}`);
    const mask = await segmenter.segment(source);
    expect([mask.width, mask.height, mask.values.length]).toEqual([256, 144, 256 * 144]);
    expect(mask.values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(iouOf(mask, person.matte)).toBeGreaterThan(0.9);
    if (source instanceof VideoFrame) expect(source.format).not.toBeNull();
    if (source instanceof VideoFrame) source.close();
  });

  it('takes the model for upright pictures by itself', async () => {
    const upright = painted(person.picture, 360, 480);
    const mask = await segmenter.segment(upright);
    expect([mask.width, mask.height]).toEqual([256, 256]);
  });

  it('gives the same mask for the same picture', async () => {
    const [first, second] = [
      await segmenter.segment(person.picture),
      await segmenter.segment(person.picture),
    ];
    expect(second.values).toEqual(first.values);
  });

  it('refuses what has no picture', async () => {
    await expect(segmenter.segment(new Image())).rejects.toThrow(/HTMLImageElement has no picture/);
    const wrong = 'a picture' as unknown as SegmenterSource;
    await expect(segmenter.segment(wrong)).rejects.toThrow(TypeError);
  });

  it('refuses to be used once closed', async () => {
    const short = await createSegmenter();
    short.close();
    short.close();
    await expect(short.segment(person.picture)).rejects.toBeInstanceOf(WorkerLostError);
  });

  it('rejects when the model cannot be loaded', async () => {
    const made = createSegmenter({ assetsUrl: '/nowhere/' });
    await expect(made).rejects.toBeInstanceOf(ModelLoadError);
    await expect(made).rejects.toThrow(/nowhere/);
  });
});
