import { afterEach, expect, it, vi } from 'vitest';
import { testPictures } from '../testing/page-under-test';
import { PictureUnreachableError } from './picture-store';

const cutNetwork = (): void => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
};

afterEach(() => vi.restoreAllMocks());

it('has the pictures when the network is gone, once they were fetched', async () => {
  const pictures = testPictures();
  const evening = await pictures.get('evening');
  await pictures.getAll();
  cutNetwork();
  expect(await pictures.get('evening')).toBe(evening);
  expect((await pictures.get('mountains')).type).toBe('image/jpeg');
});

it('tries again after a failure', async () => {
  const pictures = testPictures();
  cutNetwork();
  await expect(pictures.get('stage')).rejects.toThrow(PictureUnreachableError);
  vi.restoreAllMocks();
  expect((await pictures.get('stage')).size).toBeGreaterThan(1000);
});
