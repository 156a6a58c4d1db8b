import { samplePerson, type SamplePerson } from '@cyclorama/testing/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSegmenter, type Segmenter, type SegmenterSource } from './create-segmenter';
import { ModelLoadError, WorkerLostError } from './errors';
import { expectPersonIn, painted, PICTURE_KINDS } from './testing/picture-kinds';

let segmenter: Segmenter;
let person: SamplePerson;

beforeAll(async () => {
  [segmenter, person] = await Promise.all([createSegmenter(), samplePerson()]);
});
afterAll(() => segmenter.close());

describe('createSegmenter', () => {
  it.each(Object.keys(PICTURE_KINDS))('finds the person in a %s', async (kind) => {
    await expectPersonIn(kind, segmenter, person, 0.9);
  });

  it('takes the model for upright pictures by itself', async () => {
    const upright = painted(person.picture, 360, 480);
    const mask = await segmenter.segment(upright);
    expect([mask.width, mask.height]).toEqual([256, 256]);
  });

  it('gives the same mask for the same picture', async () => {
    const [first, second] = [
      await segmenter.segment(person.picture),
      await segmenter.segment(person.picture),
    ];
    expect(second.values).toEqual(first.values);
  });

  it('refuses what has no picture', async () => {
    await expect(segmenter.segment(new Image())).rejects.toThrow(/HTMLImageElement has no picture/);
    const wrong = 'a picture' as unknown as SegmenterSource;
    await expect(segmenter.segment(wrong)).rejects.toThrow(TypeError);
  });

  it('refuses to be used once closed', async () => {
    const short = await createSegmenter();
    short.close();
    short.close();
    await expect(short.segment(person.picture)).rejects.toBeInstanceOf(WorkerLostError);
  });

  it('rejects when the model cannot be loaded', async () => {
    const made = createSegmenter({ assetsUrl: '/nowhere/' });
    await expect(made).rejects.toBeInstanceOf(ModelLoadError);
    await expect(made).rejects.toThrow(/nowhere/);
  });
});
