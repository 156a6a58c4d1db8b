import { describe, expect, it } from 'vitest';
import { CANDIDATES, chooseCandidates, weightsPath } from './candidates';

const names = (parts?: string[]): string[] => chooseCandidates(parts).map(({ name }) => name);

describe('candidates', () => {
  it('have a name each, by which settings are told apart', () => {
    expect(new Set(names()).size).toBe(CANDIDATES.length);
    expect(names()).toEqual(
      expect.arrayContaining([
        'selfie-landscape',
        'bodypix-050-s8-full',
        'bodypix-075-s16-medium',
        'bodypix-075-s16-medium-t0.5',
        'bodypix-050-s16-medium-tfjs',
        'bodypix-075-s16-medium-tfjs-largest',
      ]),
    );
  });

  it('are chosen by parts of their names', () => {
    expect(names(['selfie', '075-s16-low'])).toEqual([
      'selfie-landscape',
      'selfie-general',
      'bodypix-075-s16-low',
    ]);
    expect(names(['resnet'])).toEqual([]);
  });

  it("have their weights where the publisher's tree has them", () => {
    const [candidate] = chooseCandidates(['050-s8-low']);
    expect(candidate?.segmenter === 'bodypix' && weightsPath(candidate.settings)).toBe(
      'mobilenet/quant2/050/model-stride8.json',
    );
  });
});
