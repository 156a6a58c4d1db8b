import { describe, expect, it } from 'vitest';
import { hasGolden, readBenchFile } from '../bench-files';
import { measureHere } from './measure-here';
import type { Read } from './read';

/** The other's module is not installed for tests. */
const read: Read = async (name) =>
  name === 'tflite.wasm' ? new Uint8Array() : readBenchFile(name);

describe('measuring here', () => {
  it('times every step and stage, and does without what cannot be had', async () => {
    const figures = await measureHere({
      rounds: 1,
      golden: hasGolden(),
      read,
      createTflite: () => Promise.reject(new Error('not installed')),
      onRound: () => undefined,
    });
    expect(figures.models.map(({ name }) => name)).toEqual(['landscape', 'general']);
    for (const { tflite, tfliteFault, builds } of figures.models) {
      expect(tflite).toBeNull();
      expect(tfliteFault).toContain('not installed');
      for (const { times, maxError } of builds) {
        expect(times.bestMs).toBeGreaterThan(0);
        expect(maxError === null).toBe(!hasGolden());
        expect(maxError ?? 0).toBeLessThan(2e-3);
      }
    }
    for (const { steps } of figures.steps) {
      expect(steps.length).toBeGreaterThan(10);
      for (const { ms, bytes } of steps) {
        expect(ms).toBeGreaterThan(0);
        expect(bytes).toBeGreaterThan(0);
      }
    }
    expect(figures.images).toHaveLength(6);
    for (const { ms } of figures.images) expect(ms).toBeGreaterThan(0);
    expect(figures.peaks.length).toBeGreaterThan(0);
    for (const { gflops } of figures.peaks) expect(gflops).toBeGreaterThan(0);
  }, 60_000);
});
