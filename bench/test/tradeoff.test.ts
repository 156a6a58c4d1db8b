import { readFile, rm } from 'node:fs/promises';
import { sharedData } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { CACHE } from '../src/site/build-page';
import type { TradeoffOptions } from '../src/args/options';
import { tradeoff } from '../src/tradeoff/tradeoff';

const clip = sharedData('clips/dancer-a');
const models = sharedData('bodypix') ?? '';
const notice = clip ? '' : ' (skipped: the test data is absent)';

const run = (other: Partial<TradeoffOptions>) =>
  tradeoff({ bench: 'tradeoff', json: true, clip: clip ?? '', models, frames: 4, ...other });

describe('the trade-off', () => {
  it.skipIf(!clip)(
    `measures and draws selfie and BodyPix on both runtimes${notice}`,
    async () => {
      const plot = `${CACHE}/pictures/tradeoff-dancer-a`;
      await Promise.all(['svg', 'png'].map((kind) => rm(`${plot}.${kind}`, { force: true })));
      const only = ['selfie-landscape', '050-s16-high', '050-s16-medium-tfjs'];
      const { points, leftOut, ...clipFigures } = await run({ only });
      expect(leftOut).toEqual([]);
      expect(clipFigures).toEqual({ clip: 'dancer-a', width: 640, height: 360, frames: 4 });
      expect(points.map(({ name, backend }) => [name, backend])).toEqual([
        ['selfie-landscape', 'wasm'],
        ['bodypix-050-s16-high', 'wasm'],
        ['bodypix-050-s16-medium-tfjs', 'tfjs-wasm'],
      ]);
      for (const { msPerFrame, iou, boundaryF } of points) {
        expect(msPerFrame).toBeGreaterThan(0.1);
        expect(iou).toBeGreaterThan(0.7);
        expect(boundaryF).toBeGreaterThan(0.3);
      }
      expect(await readFile(`${plot}.svg`, 'utf8')).toContain('bodypix-050-s16-high: ');
      expect((await readFile(`${plot}.png`)).subarray(1, 4).toString()).toBe('PNG');
    },
    120_000,
  );

  it.skipIf(!clip)(
    `leaves out what has no weights, and accuracy without true mattes${notice}`,
    async () => {
      const only = ['selfie-landscape', '050-s16-high'];
      const size = { width: 320, height: 180 };
      const film = sharedData('clips/dancer-a.mjpeg') ?? '';
      const { points, leftOut, width } = await run({ only, size, clip: film, models: 'nowhere' });
      expect(width).toBe(320);
      expect(points.map(({ name, iou }) => [name, iou])).toEqual([['selfie-landscape', null]]);
      const [{ name, reason } = { name: '', reason: '' }] = leftOut;
      expect([name, reason]).toEqual([
        'bodypix-050-s16-high',
        'nowhere/mobilenet/quant2/050/model-stride16.json is not there',
      ]);
    },
    120_000,
  );
});
