import { describe, expect, it } from 'vitest';
import { peopleMask, type PersonPixels } from './people-mask';

const SIZE = { width: 8, height: 4 };

/** Someone who covers the columns from one to the other. */
function standing(from: number, to: number): PersonPixels {
  const data = Uint8Array.from({ length: 32 }, (_, at) => Number(at % 8 >= from && at % 8 <= to));
  return { ...SIZE, data };
}

const LEFT = standing(0, 2);
const MIDDLE = standing(4, 4);
const RIGHT = standing(6, 7);
const EVERYONE = [LEFT, MIDDLE, RIGHT];

describe('the mask of several people', () => {
  it('is everyone’s', () => {
    const mask = peopleMask(EVERYONE, 'all', SIZE);
    expect([...mask.slice(0, 8)]).toEqual([1, 1, 1, 0, 1, 0, 1, 1]);
  });

  it('is that of the one who covers the most', () => {
    expect([...peopleMask(EVERYONE, 'largest', SIZE)]).toEqual(Array.from(LEFT.data));
  });

  it('is that of the one whose middle is nearest to the picture’s', () => {
    const mask = peopleMask(EVERYONE, 'nearest-to-middle', SIZE);
    expect([...mask]).toEqual(Array.from(MIDDLE.data));
  });

  it('leaves out one without any pixel', () => {
    const nobody = { ...SIZE, data: new Uint8Array(32) };
    const mask = peopleMask([nobody, RIGHT], 'nearest-to-middle', SIZE);
    expect([...mask]).toEqual(Array.from(RIGHT.data));
  });

  it.each(['all', 'largest', 'nearest-to-middle'] as const)('is empty of nobody: %s', (keep) => {
    expect([...peopleMask([], keep, SIZE)]).toEqual(new Array(32).fill(0));
  });
});
