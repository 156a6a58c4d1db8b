import { describe, expect, it } from 'vitest';
import { BackgroundError } from '../errors';
import { closeBackground, loadBackground, MAX_EDGE_PX } from './load-background';

async function pictureOf(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  return canvas.convertToBlob();
}

describe('loadBackground', () => {
  it('decodes a picture at its own size', async () => {
    const loaded = await loadBackground({ type: 'image', image: await pictureOf(320, 200) });
    expect(loaded).toMatchObject({ type: 'image', fit: 'cover' });
    if (loaded.type === 'image')
      expect([loaded.bitmap.width, loaded.bitmap.height]).toEqual([320, 200]);
    closeBackground(loaded);
  });

  it('scales a huge picture down, in its shape', async () => {
    const loaded = await loadBackground({ type: 'image', image: await pictureOf(8000, 4000) });
    if (loaded.type === 'image') {
      expect([loaded.bitmap.width, loaded.bitmap.height]).toEqual([MAX_EDGE_PX, MAX_EDGE_PX / 2]);
    }
    closeBackground(loaded);
  });

  it('copies a bitmap, which stays its giver’s', async () => {
    const image = await createImageBitmap(await pictureOf(16, 16));
    closeBackground(await loadBackground({ type: 'image', image }));
    expect(image.width).toBe(16);
  });

  it.each([
    ['an address that answers 404', '/no-such-folder/none.jpg', /404|cannot be decoded/],
    ['an address of no server', 'http://127.0.0.1:1/none.jpg', /cannot be fetched/],
    [
      'a file that is no picture',
      new Blob(['text'], { type: 'text/plain' }),
      /file of type text\/plain cannot be decoded/,
    ],
    ['an empty file', new Blob([]), /cannot be decoded: give a JPEG/],
  ])('refuses %s and says what to do', async (_, image, message) => {
    const loading = loadBackground({ type: 'image', image });
    await expect(loading).rejects.toBeInstanceOf(BackgroundError);
    await expect(loading).rejects.toThrow(message);
  });
});
