import { describe, expect, it } from 'vitest';
import { upsampleMask } from './upsample-mask';

describe('upsampleMask', () => {
  it('leaves a mask of the right size as it is', () => {
    const values = Float32Array.of(0, 0.25, 0.5, 1);
    expect(upsampleMask({ width: 2, height: 2, values }, 2, 2)).toEqual(values);
  });

  it('mixes neighbours by how near they are, and repeats the edge', () => {
    const mask = { width: 2, height: 1, values: Float32Array.of(0, 1) };
    expect([...upsampleMask(mask, 4, 2)]).toEqual([0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1]);
  });
});
