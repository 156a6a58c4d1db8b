import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit';

describe('RateLimit', () => {
  it('allows a burst, and then so many a second', () => {
    const limit = new RateLimit(5, 10);
    const taken = (nowMs: number): number =>
      Array.from({ length: 20 }, () => limit.take(nowMs)).filter(Boolean).length;
    expect([taken(1000), taken(1000), taken(1200), taken(9000)]).toEqual([5, 0, 2, 5]);
  });
});
