import { describe, expect, it } from 'vitest';
import { painted } from '../testing/picture-kinds';
import type { BodypixSettings } from './bodypix-settings';
import { driveMadeUp } from './testing/made-up-files';
import { COLOR_DIVISOR, madeUpResnet } from './testing/made-up-resnet';
import { flat, shareAround } from './testing/mask-figures';

describe('ResNet50, with made-up weights', { timeout: 20_000 }, () => {
  it.each([16, 32] as const)(
    'takes colours and gives masks as it should, stride %i',
    async (outputStride) => {
      const settings: BodypixSettings = {
        architecture: 'ResNet50',
        outputStride,
        modelUrl: await madeUpResnet(outputStride),
        backend: 'wasm',
        assetsUrl: '/',
        internalResolution: 'full',
      };
      const driven = await driveMadeUp(settings);
      // The library takes the means of its own training pictures from each colour.
      const logitOf = (code: number) => (3 * code - 123.15 - 115.9 - 103.06) / COLOR_DIVISOR;
      const sure = Math.log(0.7 / 0.3);
      for (const code of [0, 127, 255]) {
        const mask = await driven.maskOf(await flat(`rgb(${code}, ${code}, ${code})`));
        const wanted = 1 / (1 + Math.exp(sure - logitOf(code)));
        for (const value of mask.values) expect(value).toBeCloseTo(wanted, 4);
      }
    },
  );

  it('has its values where the picture has them', async () => {
    const settings = { architecture: 'ResNet50', backend: 'wasm', assetsUrl: '/' } as const;
    const driven = await driveMadeUp({ ...settings, modelUrl: await madeUpResnet(16) });
    const half = painted(await flat('#000'), 640, 360);
    const context = half.getContext('2d');
    if (context) context.fillStyle = '#fff';
    context?.fillRect(0, 0, 320, 360);
    const mask = await driven.maskOf(half);
    expect(shareAround(mask, 0.2)).toBe(1);
    expect(shareAround(mask, 0.8)).toBe(0);
  });

  it('hands on what is no number', async () => {
    const settings = { architecture: 'ResNet50', backend: 'wasm', assetsUrl: '/' } as const;
    const driven = await driveMadeUp({ ...settings, modelUrl: await madeUpResnet(16) });
    const mask = await driven.maskOfNaN();
    expect(mask.values.every(Number.isNaN)).toBe(true);
  });
});
