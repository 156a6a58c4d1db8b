import { afterEach, expect, it, vi } from 'vitest';
import { PictureStore, PictureUnreachableError } from './picture-store';
import { PICTURES_URL } from './testing';

const cutNetwork = (): void => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
};

afterEach(() => vi.restoreAllMocks());

it('has the pictures when the network is gone, once they were fetched', async () => {
  const pictures = new PictureStore(PICTURES_URL);
  const evening = await pictures.get('evening');
  await pictures.getAll();
  cutNetwork();
  expect(await pictures.get('evening')).toBe(evening);
  expect((await pictures.get('mountains')).type).toBe('image/jpeg');
});

it('tries again after a failure', async () => {
  const pictures = new PictureStore(PICTURES_URL);
  cutNetwork();
  await expect(pictures.get('stage')).rejects.toThrow(PictureUnreachableError);
  vi.restoreAllMocks();
  expect((await pictures.get('stage')).size).toBeGreaterThan(1000);
});
