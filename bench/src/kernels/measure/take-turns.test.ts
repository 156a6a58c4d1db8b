import { describe, expect, it } from 'vitest';
import type { Contender } from './contender';
import { takeTurns } from './take-turns';

/** Waits, as the timed code would compute. */
function busy(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}

function contender(name: string, ms: number, log: string[]): Contender {
  return {
    name,
    blockMs: 1,
    open: () => {
      log.push(`${name} opens`);
      return { run: () => busy(ms), close: () => void log.push(`${name} closes`) };
    },
  };
}

describe('taking turns', () => {
  it('gives each its block in every round, after one that is for warming up', () => {
    const log: string[] = [];
    const rounds: number[] = [];
    const times = takeTurns([contender('a', 0.5, log), contender('b', 1, log)], 2, (round) =>
      rounds.push(round),
    );
    expect(rounds).toEqual([0, 1, 2]);
    expect(log).toEqual(rounds.flatMap(() => ['a opens', 'a closes', 'b opens', 'b closes']));
    expect(times.get('a')?.roundMs).toHaveLength(2);
  });

  it('tells the time of one run, however many a sample takes', () => {
    const times = takeTurns([contender('short', 0.05, []), contender('long', 2, [])], 5, () => {});
    expect(times.get('short')?.bestMs).toBeGreaterThanOrEqual(0.05);
    expect(times.get('short')?.bestMs).toBeLessThan(0.4);
    expect(times.get('long')?.bestMs).toBeGreaterThanOrEqual(2);
  });

  it('closes one that fails, and goes no further', () => {
    const log: string[] = [];
    const failing: Contender = {
      ...contender('a', 0, log),
      open: () => ({
        run: () => {
          throw new Error('out of order');
        },
        close: () => void log.push('a closes'),
      }),
    };
    expect(() => takeTurns([failing], 1, () => {})).toThrow('out of order');
    expect(log).toEqual(['a closes']);
  });
});
