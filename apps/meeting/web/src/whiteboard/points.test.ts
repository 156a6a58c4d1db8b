import { expect, it } from 'vitest';
import { decodePoints, encodePoints } from './points';

it('gives points back, to the corners, in one letter for a small step', () => {
  const points = [0, 0, 1600, 900, 0, 900, 15, 885, 3, 870];
  expect(decodePoints(encodePoints(points))).toEqual(points);
  expect(encodePoints([800, 450, 801, 449, 810, 440])).toHaveLength(9);
});

it.each(['<', 'A', 'g', '__________', encodePoints([1601, 0]), encodePoints([0, -1])])(
  'takes no %j',
  (text) => {
    expect(decodePoints(text)).toBeUndefined();
  },
);
