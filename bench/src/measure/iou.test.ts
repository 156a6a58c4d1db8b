import { describe, expect, it } from 'vitest';
import { iou } from './iou';

describe('iou', () => {
  it('is 1 for equal masks and 0 for disjoint ones', () => {
    expect(iou([1, 0, 1], [1, 0, 1])).toBe(1);
    expect(iou([1, 0], [0, 1])).toBe(0);
  });

  it('divides the common pixels by those of either', () => {
    expect(iou([1, 1, 0, 0], [0, 1, 1, 0])).toBeCloseTo(1 / 3);
  });

  it('cuts at a half, the half included', () => {
    expect(iou([0.5, 0.49], [1, 1])).toBe(0.5);
  });

  it('is 1 when an empty truth meets an empty matte', () => {
    expect(iou([0, 0.1], [0, 0])).toBe(1);
  });

  it('refuses mattes of different sizes', () => {
    expect(() => iou([1], [1, 0])).toThrow(RangeError);
  });
});
