import { samplePerson, type SamplePerson } from '@cyclorama/testing/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSegmenter, type Segmenter } from '../create-segmenter';
import { ModelLoadError } from '../errors';
import { expectPersonIn, iouOf, PICTURE_KINDS } from '../testing/picture-kinds';
import { bodypix } from './bodypix';
import { NO_WEIGHTS, RUNTIMES, withWeights } from './testing/drive';

describe.skipIf(!__SHARED_DATA__).each(['own', 'tfjs'] as const)(
  `createSegmenter with BodyPix on the runtime %s${NO_WEIGHTS}`,
  { timeout: 20_000 },
  (runtime) => {
    let segmenter: Segmenter;
    let person: SamplePerson;

    beforeAll(async () => {
      const chosen = bodypix(withWeights(RUNTIMES[runtime]));
      const making = createSegmenter({ segmenter: chosen });
      [segmenter, person] = await Promise.all([making, samplePerson()]);
    }, 20_000);
    afterAll(() => segmenter.close());

    it.each(Object.keys(PICTURE_KINDS))('finds the person in a %s', async (kind) => {
      await expectPersonIn(kind, segmenter, person, 0.93);
    });

    it.each([
      [720, 960, 192, 256],
      [480, 480, 256, 256],
      [960, 720, 256, 192],
      [267, 503, 136, 256],
      [1280, 256, 256, 52],
    ])('finds the person in a picture of %i×%i', async (width, height, maskWidth, maskHeight) => {
      const [picture, matte] = await Promise.all([
        middlePart(person.picture, width, height),
        middlePart(person.matte, width, height),
      ]);
      const mask = await segmenter.segment(picture);
      expect([mask.width, mask.height]).toEqual([maskWidth, maskHeight]);
      expect(iouOf(mask, matte)).toBeGreaterThan(0.85);
    });
  },
);

describe('createSegmenter with BodyPix and no weights', () => {
  it('rejects with the address and what to do', async () => {
    const segmenter = bodypix({ modelUrl: '/models/bodypix/nowhere.json' });
    const made = createSegmenter({ segmenter });
    await expect(made).rejects.toBeInstanceOf(ModelLoadError);
    await expect(made).rejects.toThrow(/bodypix\/nowhere\.json.*npm run models/);
  });
});

/** As much of the middle of a picture as fits a shape, at that size. */
function middlePart(picture: ImageBitmap, width: number, height: number): Promise<ImageBitmap> {
  const scale = Math.max(width / picture.width, height / picture.height);
  const [wide, high] = [width / scale, height / scale].map(Math.round) as [number, number];
  const left = Math.floor((picture.width - wide) / 2);
  const top = Math.floor((picture.height - high) / 2);
  const size = { resizeWidth: width, resizeHeight: height };
  return createImageBitmap(picture, left, top, wide, high, size);
}
