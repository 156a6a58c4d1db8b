import type { SamplePerson } from '@cyclorama/testing/browser';
import { expect } from 'vitest';
import type { Segmenter } from '../create-segmenter';
import type { SegmenterSource } from '../segment/frame-of';
import type { MaskCopy } from '../segment/mask-copy';

/** A picture, stretched. */
export function painted(
  picture: CanvasImageSource,
  width: number,
  height: number,
): OffscreenCanvas {
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
export function iouOf({ width, height, values }: MaskCopy, matte: ImageBitmap): number {
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
export const PICTURE_KINDS: Record<
  string,
  (picture: ImageBitmap) => SegmenterSource | Promise<SegmenterSource>
> = {
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

/** That a segmenter finds the person in a picture of a kind, and leaves the picture as it is. */
export async function expectPersonIn(
  kind: string,
  segmenter: Segmenter,
  { picture, matte }: SamplePerson,
  leastIou: number,
): Promise<void> {
  const source = await PICTURE_KINDS[kind]?.(picture);
  if (!source) throw new Error(`no ${kind}`);
  const mask = await segmenter.segment(source);
  expect([mask.width, mask.height, mask.values.length]).toEqual([256, 144, 256 * 144]);
  expect(mask.values.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(iouOf(mask, matte)).toBeGreaterThan(leastIou);
  if (source instanceof VideoFrame) expect(source.format).not.toBeNull();
  if (source instanceof VideoFrame) source.close();
}
