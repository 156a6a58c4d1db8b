import { describe, expect, it } from 'vitest';
import { ModelLoadError } from '../errors';
import { requireGrid } from './require-grid';
import type { WorkerSettings } from './worker-settings';

const INPUT = { width: 321, height: 177 };
const modelUrl = 'https://app.example/model.json';
const person = { modelUrl, parts: undefined };
const parts: WorkerSettings['parts'] = { isNamed: [], hides: false };

describe('what weights give for an input', () => {
  it('is where the stride says', () => {
    for (const outputStride of [8, 16] as const) {
      const [width, height] = [320 / outputStride + 1, 176 / outputStride + 1];
      const asked = { ...person, outputStride };
      expect(() => requireGrid({ width, height, channels: 1 }, INPUT, asked)).not.toThrow();
      const withParts = { ...asked, parts };
      expect(() => requireGrid({ width, height, channels: 25 }, INPUT, withParts)).not.toThrow();
    }
  });

  it.each([
    [41, 23, 'has weights of stride 8, and settings.outputStride is 16'],
    [11, 6, 'has weights of stride 32 across and 35.2 down, and settings.outputStride is 16'],
    [21, 23, 'has weights of stride 16 across and 8 down, and settings.outputStride is 16'],
    [41, 12, 'has weights of stride 8 across and 16 down, and settings.outputStride is 16'],
  ])('is not %i×%i values by another stride', (width, height, message) => {
    const asked = { ...person, outputStride: 16 } as const;
    const require = () => requireGrid({ width, height, channels: 1 }, INPUT, asked);
    expect(require).toThrow(ModelLoadError);
    expect(require).toThrow(`${modelUrl} ${message}`);
  });

  it.each([
    [2, person],
    [1, { modelUrl, parts }],
    [18, { modelUrl, parts }],
  ])('is not %i values for each place', (channels, asked) => {
    const grid = { width: 21, height: 12, channels };
    const require = () => requireGrid(grid, INPUT, { ...asked, outputStride: 16 });
    expect(require).toThrow(`${modelUrl} gives ${channels} values for each place`);
  });
});
