import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedData } from '@cyclorama/testing/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quality } from '../src/quality/quality';

/** The model's own accuracy on these clips, of which nothing may be lost on the way. */
const CLIPS = [
  ['dancer-a', 0.87],
  ['dancer-b', 0.86],
  ['mdn-a', 0.96],
] as const;

/** The beginning of each is judged here; the bench judges them whole. */
const FRAMES = 60;

/** The one on which BodyPix, many times slower, is judged as well. */
const WITH_BODYPIX = 'mdn-a';

async function copyFirst(from: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).toSorted().slice(0, FRAMES);
  await Promise.all(names.map((name) => copyFile(join(from, name), join(to, name))));
  return to;
}

describe('the matte of the whole path', () => {
  let films = '';
  beforeAll(async () => void (films = await mkdtemp(join(tmpdir(), 'quality-'))));
  afterAll(() => rm(films, { recursive: true }));

  for (const [clip, wanted] of CLIPS) {
    const folder = sharedData(`clips/${clip}`);
    const title = `has an IoU of at least ${wanted} on ${clip}`;
    it.skipIf(!folder)(
      folder ? title : `${title} (skipped: the test data is absent)`,
      async () => {
        const part = (name: string) => copyFirst(join(folder ?? '', name), join(films, clip, name));
        const { rows, frames } = await quality({
          bench: 'quality',
          json: true,
          images: await part('image'),
          masks: await part('alpha'),
          sequence: true,
          models: (clip === WITH_BODYPIX && sharedData('bodypix')) || 'none',
        });
        const iouOf = (name: string): number => rows.find((row) => row.name === name)?.iou ?? 0;
        expect(frames).toBe(FRAMES);
        expect(iouOf('engine')).toBeGreaterThanOrEqual(wanted);
        expect(iouOf('engine')).toBeGreaterThanOrEqual(iouOf('raw'));
        if (clip === WITH_BODYPIX) expect(iouOf('bodypix')).toBeGreaterThanOrEqual(0.8);
      },
      180_000,
    );
  }
});
