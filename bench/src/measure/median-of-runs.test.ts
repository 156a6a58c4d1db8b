import { expect, it } from 'vitest';
import { medianOfRuns } from './median-of-runs';

it('takes the median of each number, however deep, and keeps names', () => {
  const run = (fps: number, p95: number | null) => ({ fps, path: 'tracks', latencyMs: { p95 } });
  expect(medianOfRuns([run(30, 5), run(10, null), run(29, 7)])).toEqual({
    fps: 29,
    path: 'tracks',
    latencyMs: { p95: 6 },
  });
});
