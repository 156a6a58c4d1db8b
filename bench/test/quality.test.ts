import { join } from 'node:path';
import { sharedData } from '@cyclorama/testing/node';
import { describe, expect, it } from 'vitest';
import { quality } from '../src/quality/quality';

/** The model's own accuracy on these clips, of which nothing may be lost on the way. */
const CLIPS = [
  ['dancer-a', 0.87],
  ['dancer-b', 0.86],
  ['mdn-a', 0.96],
] as const;

/** The one on which BodyPix, many times slower, is judged as well. */
const WITH_BODYPIX = 'mdn-a';

describe('the matte of the whole path', () => {
  for (const [clip, wanted] of CLIPS) {
    const folder = sharedData(`clips/${clip}`);
    const title = `has an IoU of at least ${wanted} on ${clip}`;
    it.skipIf(!folder)(
      folder ? title : `${title} (skipped: the test data is absent)`,
      async () => {
        const [images, masks] = [join(folder ?? '', 'image'), join(folder ?? '', 'alpha')];
        const { rows } = await quality({
          bench: 'quality',
          json: true,
          images,
          masks,
          sequence: true,
          models: (clip === WITH_BODYPIX && sharedData('bodypix')) || 'none',
        });
        const iouOf = (name: string): number => rows.find((row) => row.name === name)?.iou ?? 0;
        expect(iouOf('engine')).toBeGreaterThanOrEqual(wanted);
        expect(iouOf('engine')).toBeGreaterThanOrEqual(iouOf('raw'));
        if (clip === WITH_BODYPIX) expect(iouOf('bodypix')).toBeGreaterThanOrEqual(0.8);
      },
      180_000,
    );
  }
});
