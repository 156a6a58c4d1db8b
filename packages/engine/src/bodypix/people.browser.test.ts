import { beforeAll, describe, expect, it } from 'vitest';
import type { MaskCopy } from '../segment/mask-copy';
import { painted } from '../testing/picture-kinds';
import { bodypix } from './bodypix';
import type { People } from './bodypix-settings';
import { drive, NO_WEIGHTS, TFJS, withWeights } from './testing/drive';
import { flat, shareAround } from './testing/mask-figures';

describe.skipIf(!__SHARED_DATA__)(`several people${NO_WEIGHTS}`, { timeout: 20_000 }, () => {
  const SIZE = { width: 640, height: 360 };
  /** A large one to the left, and a smaller one nearer to the middle. */
  let pair: OffscreenCanvas;
  let [large, small] = [0, 0];

  beforeAll(async () => {
    pair = painted(await flat('#7d8a92'), SIZE.width, SIZE.height);
    const context = pair.getContext('2d');
    context?.drawImage(await still('example03.png'), -40, 20, 340, 340);
    context?.drawImage(await still('example03.png'), 300, 140, 220, 220);
    [large, small] = [135, 415];
  });

  it('are all kept, or one of them', async () => {
    const driven = await drive({ ...TFJS, people: 'all', internalResolution: 'full' });
    const people = async (people: People) => {
      await driven.change(bodypix(withWeights({ ...TFJS, people, internalResolution: 'full' })));
      return driven.maskOf(pair);
    };
    const share = (mask: MaskCopy, x: number) => shareAround(mask, x / SIZE.width);
    const all = await people('all');
    expect([share(all, large), share(all, small)].every((one) => one > 0.3)).toBe(true);
    const largest = await people('largest');
    expect(share(largest, large)).toBeCloseTo(share(all, large), 1);
    expect(share(largest, small)).toBeLessThan(0.05);
    const nearest = await people('nearest-to-middle');
    expect(share(nearest, small)).toBeCloseTo(share(all, small), 1);
    expect(share(nearest, large)).toBeLessThan(0.05);
  });

  async function still(name: string): Promise<ImageBitmap> {
    const response = await fetch(`/@fs${__SHARED_DATA__}/stills/rgba/${name}`);
    return createImageBitmap(await response.blob());
  }
});
