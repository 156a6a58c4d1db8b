import { supportsRelaxedSimd } from '@cyclorama/kernels';
import { describe, expect, it } from 'vitest';
import { PEAK_FLOPS, peakLoop, peakModule } from './peak';

/** `run(rounds, x, y)` of the plain loop. */
async function plainRun(): Promise<(rounds: number, x: number, y: number) => number> {
  const { instance } = await WebAssembly.instantiate(peakModule('plain'), {});
  return instance.exports['run'] as (rounds: number, x: number, y: number) => number;
}

describe('the peak loop', () => {
  it('is a module that this engine takes', () => {
    expect(WebAssembly.validate(peakModule('plain'))).toBe(true);
    expect(WebAssembly.validate(peakModule('relaxed'))).toBe(supportsRelaxedSimd());
  });

  it('does what is counted: each of twelve accumulators becomes acc·x + y eight times a round', async () => {
    const run = await plainRun();
    // With x = 1 every multiply-add adds y.
    expect(run(1, 1, 1)).toBe(12 * 8);
    expect(run(10, 1, 1)).toBe(10 * 12 * 8);
    expect(PEAK_FLOPS).toBe(50_000 * 12 * 8 * 4 * 2);
  });

  it('multiplies too', async () => {
    const run = await plainRun();
    // 1, 3, 7 … 255: eight times doubled and one more.
    expect(run(1, 2, 1)).toBe(12 * 255);
  });

  it('can be run again', async () => {
    const run = await peakLoop('plain');
    expect(() => {
      run();
      run();
    }).not.toThrow();
  });
});
