import { afterEach, describe, expect, it, vi } from 'vitest';
import { flatPng } from './testing/flat-png';
import { decodePicture, PictureTooLargeError } from './decode-picture';
import { pictureSize } from './picture-size';

const pictureOf = (width: number, height: number, type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type });
};

afterEach(() => vi.restoreAllMocks());

describe('decodePicture', () => {
  it.each([
    [640, 480, 640, 480],
    [3840, 10, 3840, 10],
    [20_000, 100, 3840, 19],
    [100, 20_000, 19, 3840],
    [20_000, 1, 3840, 1],
  ])('makes of %i × %i pixels %i × %i', async (width, height, ...expected) => {
    const bitmap = await decodePicture(await flatPng(width, height));
    expect([bitmap.width, bitmap.height]).toEqual(expected);
    bitmap.close();
  });

  it.each([
    [20_000, 20_000],
    [60_000, 9000],
    [70_000, 5],
  ])('refuses %i × %i pixels before they are decoded', async (width, height) => {
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    const refused = decodePicture(await flatPng(width, height));
    await expect(refused).rejects.toThrow(PictureTooLargeError);
    await expect(refused).rejects.toMatchObject({ size: { width, height } });
    expect(decode).not.toHaveBeenCalled();
  });

  it('takes a failure of the browser for one of size only where the picture is large', async () => {
    const cause = new DOMException('', 'InvalidStateError');
    vi.spyOn(globalThis, 'createImageBitmap').mockRejectedValue(cause);
    const size = { width: 10_000, height: 8000 };
    const large = decodePicture(await flatPng(size.width, size.height));
    await expect(large).rejects.toMatchObject({ name: 'PictureTooLargeError', size, cause });
    await expect(decodePicture(await flatPng(640, 480))).rejects.toBe(cause);
  });

  it('leaves the browser’s word for what is no picture, or a broken one', async () => {
    await expect(decodePicture(new Blob(['no picture']))).rejects.toThrow(DOMException);
    await expect(decodePicture(new Blob([]))).rejects.toThrow(DOMException);
    const cut = (await flatPng(64, 64)).slice(0, 40);
    await expect(decodePicture(cut)).rejects.toThrow(DOMException);
    const cutJpeg = new Blob([Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(64).fill(0xff)]);
    await expect(decodePicture(cutJpeg)).rejects.toThrow(DOMException);
  });
});

it.each(['image/png', 'image/jpeg', 'image/webp'])('reads the size of %s', async (type) => {
  const size = await pictureSize(await pictureOf(321, 123, type));
  expect(size).toEqual({ width: 321, height: 123 });
});
