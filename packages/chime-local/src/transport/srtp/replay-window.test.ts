import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../testing/seeded-random';
import { ReplayWindow, WINDOW_PACKETS } from './replay-window';

describe('ReplayWindow', () => {
  it('is no narrower than RFC 3711 demands', () => {
    expect(WINDOW_PACKETS).toBeGreaterThanOrEqual(64);
  });

  it('says the same as a list of all that came, in any order and with any gaps', () => {
    const random = randomFrom(1);
    const window = new ReplayWindow();
    const seen = new Set<number>();
    let highest = 70_000;
    for (let i = 0; i < 20_000; i += 1) {
      const jump = random(100) === 0 ? random(3 * WINDOW_PACKETS) : random(4);
      const index = random(2) === 0 ? highest + jump : Math.max(0, highest - random(1200));
      const isNew = !seen.has(index) && (seen.size === 0 || index > highest - WINDOW_PACKETS);
      expect(window.isNew(index), `${index} after ${highest}`).toBe(isNew);
      if (!isNew) continue;
      window.add(index);
      highest = seen.size === 0 ? index : Math.max(highest, index);
      seen.add(index);
    }
  });

  it('holds beyond 32 bits', () => {
    const window = new ReplayWindow();
    const index = 2 ** 40 + 5;
    window.add(index);
    expect([index - 1, index, index + 1].map((one) => window.isNew(one))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
