import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAMERA, TestMeeting } from './testing/meeting';

describe('changes that come in a flood', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('are shown together after a moment, and the last of them stands', () => {
    const meeting = new TestMeeting();
    const anna = meeting.enter('anna');
    const others = ['berta', 'carl', 'dora'].map((name) => meeting.enter(name));
    anna.forget();
    for (let count = 0; count < 500; count++) {
      const layers = count % 2 === 0 ? [1400] : [];
      for (const other of others) other.subscribe({ videos: [CAMERA], layers });
    }
    for (const other of others) other.subscribe({ videos: [CAMERA], layers: [700] });
    const shown = anna.all('INDEX').length;
    expect(shown).toBeLessThan(1300);
    vi.advanceTimersByTime(100);
    expect(anna.all('INDEX')).toHaveLength(shown + 1);
    expect(anna.sources.map(({ maxBitrateKbps }) => maxBitrateKbps)).toEqual([700, 700, 700]);
    for (const client of [anna, ...others]) client.leave();
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
