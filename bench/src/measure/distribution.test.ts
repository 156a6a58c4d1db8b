import { describe, expect, it } from 'vitest';
import { distribution, median, quantile, slope } from './distribution';

describe('distribution', () => {
  it('takes the middle of an odd number and the mean of the middle two of an even one', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('interpolates the 95th percentile', () => {
    const oneTo101 = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(quantile(oneTo101, 0.95)).toBe(96);
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  });

  it('is null of nothing', () => {
    expect(distribution([])).toBeNull();
  });
});

describe('slope', () => {
  it('finds the growth of a line', () => {
    expect(slope([1, 2, 3].map((x) => ({ x, y: 7 * x + 1 })))).toBeCloseTo(7);
  });

  it('is 0 of one point', () => {
    expect(slope([{ x: 1, y: 5 }])).toBe(0);
  });
});
