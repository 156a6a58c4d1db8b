import { describe, expect, it } from 'vitest';
import { distributionOf } from './stats';

describe('distributionOf', () => {
  it('gives median and 95th percentile in any order of samples', () => {
    const samples = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(distributionOf(samples)).toEqual({ median: 50, p95: 95 });
  });

  it('gives zeros for no samples', () => {
    expect(distributionOf([])).toEqual({ median: 0, p95: 0 });
  });
});
