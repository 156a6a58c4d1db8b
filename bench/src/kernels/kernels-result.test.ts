import { describe, expect, it } from 'vitest';
import { kernelsChart } from './kernels-chart';
import { kernelsResult } from './kernels-result';
import { kernelsTable } from './kernels-table';
import type { PlaceFigures } from './measure/measure-here';

const times = (...roundMs: number[]) => ({ roundMs, bestMs: Math.min(...roundMs), p95Ms: 9 });

const figures: PlaceFigures = {
  build: 'relaxed',
  peaks: [
    { build: 'relaxed', gflops: 40 },
    { build: 'plain', gflops: 20 },
  ],
  models: [
    {
      name: 'landscape',
      multiplyAdds: 10e6,
      builds: [
        { build: 'relaxed', times: times(4, 1, 2), maxError: 1e-4 },
        { build: 'plain', times: times(4, 4, 4), maxError: 2e-4 },
      ],
      tflite: times(3, 4, 5),
      tfliteMaxError: 0,
      tfliteFault: null,
    },
  ],
  steps: [
    {
      model: 'landscape',
      steps: [
        { kind: 'mean', place: 'a', ms: 0.5, multiplyAdds: 0, bytes: 1e6 },
        { kind: 'dense', place: 'b', ms: 1, multiplyAdds: 1e6, bytes: 1e6 },
        { kind: 'dense', place: 'c', ms: 1, multiplyAdds: 9e6, bytes: 1e6 },
      ],
    },
  ],
  images: [{ name: 'blend', ms: 0.1, bytes: 2e6 }],
};

describe('the result of the kernels', () => {
  it('is the median of the rounds, beside the other’s and the peak', () => {
    const { peakGflops, models } = kernelsResult([['chromium', figures]]);
    expect(peakGflops).toBe(40);
    expect(models).toHaveLength(1);
    expect(models[0]).toMatchObject({
      ...{ name: 'landscape', where: 'chromium', build: 'relaxed', oursMs: 2, tfliteMs: 4 },
      ...{ ratio: 0.5, gflops: 10, peakShare: 0.25, maxError: 1e-4 },
    });
    expect(models[0]?.builds.map(({ ratio }) => ratio)).toEqual([0.5, 1]);
  });

  it('takes the highest peak of all places, since the machine is one', () => {
    const other = { ...figures, peaks: [{ build: 'plain' as const, gflops: 50 }] };
    const result = kernelsResult([
      ['chromium', figures],
      ['node', other],
    ]);
    expect(result.peakGflops).toBe(50);
    expect(result.models.map(({ where, peakShare }) => [where, peakShare])).toEqual([
      ['chromium', 0.2],
      ['node', 0.2],
    ]);
  });

  it('adds the steps of a kind up, the slowest kind first', () => {
    const { kernels } = kernelsResult([['node', figures]]);
    expect(kernels.map(({ name, calls, ms }) => [name, calls, ms])).toEqual([
      ['landscape: dense', 2, 2],
      ['landscape: mean', 1, 0.5],
      ['blend', 1, 0.1],
    ]);
    expect(kernels.map(({ gflops }) => gflops)).toEqual([10, null, null]);
    expect(kernels.map(({ gbps }) => gbps)).toEqual([1, 2, 20]);
  });

  it('has null and the reason where the other cannot run a model', () => {
    const [model] = figures.models;
    if (!model) throw new Error('No model.');
    const models = [{ ...model, tflite: null, tfliteFault: 'unknown operator' }];
    const result = kernelsResult([['node', { ...figures, models }]]);
    expect(result.models[0]).toMatchObject({ tfliteMs: null, ratio: null });
    expect(kernelsTable(result)).toContain('node, landscape: unknown operator');
    expect(kernelsChart(result)).not.toContain('class="theirs"');
  });

  it('is drawn with both, and with the peak by its name', () => {
    const chart = kernelsChart(kernelsResult([['chromium', figures]]));
    expect(chart).toContain('>landscape, Chromium, relaxed</text>');
    expect(chart).toContain('>2.00 ms, 0.50 of TFLite</text>');
    expect(chart).toContain('>peak: 40.0 GFLOP/s</text>');
    expect(chart.match(/class="theirs"/g)).toHaveLength(1);
  });
});
