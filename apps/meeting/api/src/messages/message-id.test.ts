import { describe, expect, it } from 'vitest';
import { makeMessageId } from './message-id';

describe('makeMessageId', () => {
  it('sorts by time', () => {
    const timesMs = [0, 1, 31, 32, 1023, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48 - 1];
    const ids = timesMs.map(makeMessageId);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('is written with digits and capitals alone, always 26 of them', () => {
    for (const nowMs of [0, Date.now(), 2 ** 48 - 1]) {
      expect(makeMessageId(nowMs)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    }
  });

  it('makes no two alike in one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => makeMessageId(1_700_000_000_000));
    expect(new Set(ids).size).toBe(10_000);
  });
});
