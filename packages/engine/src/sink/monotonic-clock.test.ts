import { describe, expect, it } from 'vitest';
import { MonotonicClock } from './monotonic-clock';

describe('MonotonicClock', () => {
  it("keeps the source's timestamps while they rise", () => {
    const clock = new MonotonicClock();
    expect(clock.forComposite(5_000_000, 10)).toBe(5_000_000);
    expect(clock.forComposite(5_033_333, 43)).toBe(5_033_333);
  });

  it('does not get ahead of a source whose time begins at zero', () => {
    const clock = new MonotonicClock();
    for (const nowMs of [100, 200, 300]) clock.forHeld(nowMs);
    clock.forComposite(0, 400);
    expect(clock.forComposite(33_333, 433)).toBe(33_333);
  });

  it('gives a held frame the time that has passed since the last one', () => {
    const clock = new MonotonicClock();
    clock.forComposite(1_000_000, 500);
    expect(clock.forHeld(600)).toBe(1_100_000);
    expect(clock.forHeld(700)).toBe(1_200_000);
  });

  it('shifts a source that begins earlier than the last one ended', () => {
    const clock = new MonotonicClock();
    clock.forComposite(9_000_000, 0);
    expect(clock.forComposite(0, 40)).toBe(9_040_000);
    expect(clock.forComposite(33_333, 73)).toBe(9_073_333);
  });

  it('never repeats a timestamp', () => {
    const clock = new MonotonicClock();
    const stamps = [clock.forComposite(100, 5), clock.forComposite(100, 5), clock.forHeld(5)];
    expect(new Set(stamps).size).toBe(3);
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  });
});
