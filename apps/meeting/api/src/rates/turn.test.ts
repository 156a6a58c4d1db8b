import { describe, expect, it } from 'vitest';
import { takeTurn } from './turn';

const RATE = { most: 3, windowMs: 300 };

/** What becomes of requests at these times, one bucket for all. */
function grantedAt(timesMs: readonly number[]): boolean[] {
  let fullAtMs: number | undefined;
  return timesMs.map((nowMs) => {
    const turn = takeTurn(fullAtMs, RATE, nowMs);
    if (turn.granted) fullAtMs = turn.fullAtMs;
    return turn.granted;
  });
}

describe('takeTurn', () => {
  it('grants a burst and no more at once', () => {
    expect(grantedAt([1000, 1000, 1000, 1000])).toEqual([true, true, true, false]);
  });

  it('grants one more after each interval', () => {
    expect(grantedAt([0, 0, 0, 99, 100, 101, 200])).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('saves up no more than a burst', () => {
    expect(grantedAt([0, 9000, 9000, 9000, 9000])).toEqual([true, true, true, true, false]);
  });

  it('says how long it is until the next turn', () => {
    const turn = takeTurn(1300, RATE, 1030);
    expect(turn).toEqual({ granted: false, waitMs: 70 });
    expect(takeTurn(1300, RATE, 1100)).toEqual({ granted: true, fullAtMs: 1400 });
  });

  it('is not stopped by a clock that went back', () => {
    expect(takeTurn(undefined, RATE, 0).granted).toBe(true);
  });
});
