import { describe, expect, it } from 'vitest';
import { countDelivered } from './count-delivered';

const arrivals = (...timestampsUs: number[]) =>
  timestampsUs.map((timestampUs) => ({ timestampUs, atMs: 0 }));

const SOURCES = arrivals(0, 33_000, 66_000, 99_000);

describe('countDelivered', () => {
  it('leaves out frames that were held', () => {
    expect(countDelivered(SOURCES, arrivals(0, 33_000, 50_000, 99_000))).toBe(3);
  });

  it('counts all frames of a canvas, which has a clock of its own', () => {
    expect(countDelivered(SOURCES, arrivals(7_000, 40_000, 66_000))).toBe(3);
  });

  it('is 0 of nothing', () => {
    expect(countDelivered(SOURCES, [])).toBe(0);
  });
});
