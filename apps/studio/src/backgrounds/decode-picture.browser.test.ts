import { describe, expect, it } from 'vitest';
import { decodePicture, PictureTooLargeError } from './decode-picture';
import { pictureSize } from './picture-size';

const pictureOf = (width: number, height: number, type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type });
};

/** Gives a PNG another size in its header alone. */
async function saying(png: Blob, width: number, height: number): Promise<Blob> {
  const bytes = await png.arrayBuffer();
  const head = new DataView(bytes);
  head.setUint32(16, width);
  head.setUint32(20, height);
  return new Blob([bytes], { type: 'image/png' });
}

describe('decodePicture', () => {
  it('keeps a picture that is small enough as it is', async () => {
    const { width, height } = await decodePicture(await pictureOf(640, 480, 'image/png'));
    expect([width, height]).toEqual([640, 480]);
  });

  it('scales one of 20,000 pixels down, and keeps its shape', async () => {
    const { width, height } = await decodePicture(await pictureOf(20_000, 100, 'image/png'));
    expect([width, height]).toEqual([3840, 19]);
  });

  it('says the size of one that is too large for the browser', async () => {
    const huge = await saying(await pictureOf(64, 64, 'image/png'), 40_000, 40_000);
    const thrown = await decodePicture(huge).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(PictureTooLargeError);
    expect(thrown).toMatchObject({ size: { width: 40_000, height: 40_000 } });
  });

  it('leaves the browser’s word for what is no picture, or a broken one', async () => {
    await expect(decodePicture(new Blob(['no picture']))).rejects.toThrow(DOMException);
    const broken = await saying(await pictureOf(64, 64, 'image/png'), 640, 480);
    await expect(decodePicture(broken)).rejects.toThrow(DOMException);
    await expect(decodePicture(new Blob([]))).rejects.toThrow(DOMException);
  });
});

describe('pictureSize', () => {
  it.each(['image/png', 'image/jpeg'])('reads the size of %s', async (type) => {
    const size = await pictureSize(await pictureOf(321, 123, type));
    expect(size).toEqual({ width: 321, height: 123 });
  });

  it('knows no size of anything else', async () => {
    expect(await pictureSize(await pictureOf(321, 123, 'image/webp'))).toBeUndefined();
    expect(await pictureSize(new Blob([Uint8Array.of(0xff, 0xd8, 0xff)]))).toBeUndefined();
    expect(await pictureSize(new Blob([new Uint8Array(64).fill(0xff)]))).toBeUndefined();
  });
});
