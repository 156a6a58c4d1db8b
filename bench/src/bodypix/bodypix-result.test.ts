import { expect, it } from 'vitest';
import type { Times } from '../kernels/measure/contender';
import { bodypixResult } from './bodypix-result';

const times = (...roundMs: number[]): Times => ({
  roundMs,
  bestMs: Math.min(...roundMs),
  p95Ms: 0,
});

it('tells medians, and how many times faster ours is', () => {
  const race = { outputStride: 8, multiplier: 0.75, inputHeight: 177, inputWidth: 321 } as const;
  const { rows } = bodypixResult([
    {
      ...{ race, build: 'relaxed', multiplyAdds: 5e7, maxError: 1e-6 },
      ...{ ours: times(9, 2, 1), tfjs: times(5, 6, 90), tfjsAll: times(8, 8, 8) },
    },
  ]);
  expect(rows).toEqual([
    {
      ...{ model: 'MobileNetV1 0.75, stride 8', ...race, build: 'relaxed' },
      ...{ oursMs: 2, oursBestMs: 1, tfjsMs: 6, tfjsBestMs: 5 },
      ...{ ratio: 3, tfjsAllMs: 8, gflops: 50, maxError: 1e-6 },
    },
  ]);
});
