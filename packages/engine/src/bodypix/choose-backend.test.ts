import { describe, expect, it, vi } from 'vitest';
import { chooseFastest, medianMs, type Candidate } from './choose-backend';

interface Fake extends Candidate<string> {
  timeMs: (opened: string) => Promise<number>;
  readonly close: ReturnType<typeof vi.fn<(opened: string) => void>>;
}

/** One that takes so long a picture; without a time one that does not work here. */
function fake(name: string, tookMs?: number): Fake {
  return {
    open: async () => (tookMs === undefined ? undefined : name),
    timeMs: vi.fn(async () => tookMs ?? NaN),
    close: vi.fn<(opened: string) => void>(),
  };
}

describe('the choice of a backend', () => {
  it('is the fastest, whichever comes first', async () => {
    expect(await chooseFastest([fake('wasm', 20), fake('webgl', 5), fake('webgpu', 8)])).toBe(
      'webgl',
    );
  });

  it('is not a GPU that is only software', async () => {
    const software = fake('webgl', 180);
    expect(await chooseFastest([fake('wasm', 20), software])).toBe('wasm');
    expect(software.close).toHaveBeenCalledExactlyOnceWith('webgl');
  });

  it('closes the slower one that was measured before', async () => {
    const [slow, fast] = [fake('wasm', 20), fake('webgl', 5)];
    await chooseFastest([slow, fast]);
    expect(slow.close).toHaveBeenCalledExactlyOnceWith('wasm');
    expect(fast.close).not.toHaveBeenCalled();
  });

  it('leaves out what does not work, and what fails while it is measured', async () => {
    const failing = fake('webgl', 1);
    failing.timeMs = async () => Promise.reject(new Error('context lost'));
    expect(await chooseFastest([fake('webgpu'), failing, fake('wasm', 20)])).toBe('wasm');
    expect(failing.close).toHaveBeenCalledOnce();
  });

  it('is none where none works', async () => {
    expect(await chooseFastest([fake('wasm'), fake('webgl')])).toBeUndefined();
  });

  it('tells why the first failed where all that are here fail', async () => {
    const [first, second] = [fake('wasm', 1), fake('webgl', 1)];
    first.timeMs = async () => Promise.reject(new Error('of another stride'));
    second.timeMs = async () => Promise.reject(new Error('context lost'));
    const choosing = chooseFastest([fake('webgpu'), first, second]);
    await expect(choosing).rejects.toThrow('of another stride');
    expect(first.close).toHaveBeenCalledOnce();
    expect(second.close).toHaveBeenCalledOnce();
  });

  it('does not measure a single one', async () => {
    const only = fake('webgl', 180);
    expect(await chooseFastest([only])).toBe('webgl');
    expect(only.timeMs).not.toHaveBeenCalled();
  });
});

describe('a measurement', () => {
  it('leaves out the first run, which warms up', async () => {
    vi.useFakeTimers();
    const times = [900, 40, 10, 30];
    const run = vi.fn(async () => void vi.advanceTimersByTime(times.shift() ?? 0));
    expect(await medianMs(run)).toBe(30);
    expect(run).toHaveBeenCalledTimes(4);
    vi.useRealTimers();
  });

  it('is short where runs are long', async () => {
    vi.useFakeTimers();
    const run = vi.fn(async () => void vi.advanceTimersByTime(700));
    expect(await medianMs(run)).toBe(700);
    expect(run).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
