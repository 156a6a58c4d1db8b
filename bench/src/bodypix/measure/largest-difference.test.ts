import { describe, expect, it } from 'vitest';
import { largestDifference } from './largest-difference';

describe('the largest difference', () => {
  it('is one of probabilities', () => {
    const ours = Float32Array.of(0, 100, -100);
    expect(largestDifference(ours, Float32Array.of(0, 50, -50))).toBeCloseTo(0);
    expect(largestDifference(ours, Float32Array.of(100, 100, -100))).toBeCloseTo(0.5);
  });

  it('is none where a number is missing', () => {
    expect(largestDifference(Float32Array.of(0, NaN), Float32Array.of(0, 0))).toBeNaN();
    expect(largestDifference(Float32Array.of(0), Float32Array.of(0, 0))).toBeNaN();
  });
});
