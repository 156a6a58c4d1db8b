import { describe, expect, it } from 'vitest';
import { countDelivered } from './count-delivered';

const arrivals = (...timestampsUs: number[]) =>
  timestampsUs.map((timestampUs) => ({ timestampUs, atMs: 0 }));

const SOURCES = arrivals(0, 33_000, 66_000, 99_000);

describe('countDelivered', () => {
  it('leaves out frames that were held', () => {
    expect(countDelivered(SOURCES, arrivals(0, 33_000, 50_000, 99_000))).toBe(3);
  });

  it('leaves them out where most were held', () => {
    expect(countDelivered(SOURCES, arrivals(0, 10_000, 20_000, 40_000, 50_000, 60_000))).toBe(1);
  });

  it('counts all frames of a canvas, which has a clock of its own and may meet one by chance', () => {
    const outputs = Array.from({ length: 19 }, (_, at) => 7_000 + at * 4_000);
    expect(countDelivered(SOURCES, arrivals(...outputs, 66_000))).toBe(20);
  });

  it('is 0 of nothing', () => {
    expect(countDelivered(SOURCES, [])).toBe(0);
  });
});
