import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from './scale';

describe('scales', () => {
  it('put equal ratios equally far apart', () => {
    const { at, ticks } = logScale([2.5, 80], 0, 100);
    expect(ticks).toEqual([2, 5, 10, 20, 50, 100]);
    expect(at(2)).toBeCloseTo(0);
    expect(at(100)).toBeCloseTo(100);
    expect(at(20) - at(10)).toBeCloseTo(at(10) - at(5));
  });

  it('begin and end at round steps around the values', () => {
    const { at, ticks } = linearScale([0.71, 0.93], 300, 0);
    expect(ticks.map((tick) => tick.toFixed(2))).toEqual([
      ...['0.70', '0.75', '0.80', '0.85', '0.90', '0.95'],
    ]);
    expect(at(0.7)).toBeCloseTo(300);
    expect(at(0.95)).toBeCloseTo(0);
  });

  it('take one value alone', () => {
    expect(Number.isFinite(logScale([5], 0, 100).at(5))).toBe(true);
    expect(Number.isFinite(linearScale([0.9], 0, 100).at(0.9))).toBe(true);
  });
});
