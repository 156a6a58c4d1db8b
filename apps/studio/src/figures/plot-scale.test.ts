import { expect, it } from 'vitest';
import { plotLimitMs } from './plot-scale';

it.each([
  [0, 4],
  [3.6, 4],
  [3.8, 8],
  [29, 33],
  [33, 66],
  [2000, 2200],
])('a plot whose highest value is %f ms ends at %f ms', (highest, limit) => {
  expect(plotLimitMs(highest)).toBeCloseTo(limit, 6);
});
