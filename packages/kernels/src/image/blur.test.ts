import { loadKernels } from '@cyclorama/testing/node';
import { afterEach, describe, expect, it } from 'vitest';
import { KernelDesk, largestError, noise } from './kernel-desk';

const desk = new KernelDesk(await loadKernels());
const { run } = desk.kernels;

afterEach(() => expect(desk.overrunBytes()).toBe(0));

describe('the quarter behind the person', () => {
  for (const [stride, height] of [
    [32, 8],
    [48, 5],
    [16, 3],
  ] as const) {
    it(`sums blocks of 4×4 by how little they are person: ${stride}×${height}`, () => {
      const plane = noise(stride * height, 1);
      const matte = noise(stride * height, 2).map((value) => (value < 90 ? 0 : value >> 1));
      const [columns, rows] = [stride / 4, Math.ceil(height / 4)];
      const count = columns * rows;
      const [sums, weights] = [desk.block(count * 4), desk.block(count * 4)];
      run.shrinkBehind(sums, weights, desk.bytes(plane), desk.bytes(matte), stride, height);
      const [expectedSums, expectedWeights] = [Array<number>(count), Array<number>(count)].map(
        (values) => values.fill(0),
      );
      plane.forEach((value, at) => {
        const block = Math.floor(at / stride / 4) * columns + Math.floor((at % stride) / 4);
        const weight = Math.max(0, 255 - 4 * (matte[at] ?? 0));
        if (expectedSums) expectedSums[block] = (expectedSums[block] ?? 0) + value * weight;
        if (expectedWeights) expectedWeights[block] = (expectedWeights[block] ?? 0) + weight;
      });
      expect(largestError(desk.readFloats(sums, count), expectedSums ?? [])).toBe(0);
      expect(largestError(desk.readFloats(weights, count), expectedWeights ?? [])).toBe(0);
      const total = expectedSums?.reduce((a, b) => a + b) ?? NaN;
      expect(Math.abs(run.sumFloats(sums, count) / total - 1)).toBeLessThan(1e-6);
    });
  }
});

describe('the box over columns', () => {
  for (const [width, height, radius] of [
    [8, 20, 3],
    [4, 5, 9],
    [12, 1, 1],
    [4, 7, 7],
    [16, 9, 2],
    [28, 6, 8],
    [36, 11, 4],
  ] as const) {
    it(`sums 2·${radius} + 1 rows with zeros beyond the borders: ${width}×${height}`, () => {
      const values = noise(width * height);
      const target = desk.block(values.length * 4);
      run.boxColumns(target, desk.floats(values), width, height, radius);
      const expected = values.map((_, at) =>
        values.reduce((sum, value, other) => {
          const rows = Math.abs(Math.floor(other / width) - Math.floor(at / width));
          return other % width === at % width && rows <= radius ? sum + value : sum;
        }, 0),
      );
      expect(largestError(desk.readFloats(target, values.length), expected)).toBe(0);
    });
  }
});

describe('turning', () => {
  it('makes rows of columns', () => {
    const [width, height] = [12, 8];
    const values = noise(width * height);
    const target = desk.block(values.length * 4);
    run.transpose(target, desk.floats(values), width, height);
    const expected = values.map((_, at) => values[(at % height) * width + Math.floor(at / height)]);
    expect(Array.from(desk.readFloats(target, values.length))).toEqual(expected);
  });
});

describe('normalising', () => {
  it('divides by the weights, and gives the mean where there are none', () => {
    const weights = [2, 0, 4, 1, 0, 3, 1, 1];
    const sums = weights.map((weight, at) => weight * (at * 30));
    const target = desk.block(8);
    run.normalise(target, desk.floats(sums), desk.floats(weights), 8, 77, 1e-3);
    const expected = weights.map((weight, at) => (weight === 0 ? 77 : at * 30));
    expect(largestError(desk.readBytes(target, 8), expected)).toBeLessThanOrEqual(1);
  });
});

describe('enlarging', () => {
  for (const [width, height] of [
    [64, 16],
    [61, 15],
    [5, 1],
    [33, 9],
  ] as const) {
    it(`is linear interpolation to four times the size, within 1: ${width}×${height}`, () => {
      const stride = Math.ceil(width / 16) * 16;
      const [smallWidth, smallHeight] = [Math.ceil(width / 4), Math.ceil(height / 4)];
      const small = noise((stride / 4) * smallHeight);
      const target = desk.block(stride * height);
      const wide = desk.block(stride * smallHeight);
      run.enlargePlane(target, stride, height, desk.bytes(small), smallWidth, wide);
      const actual = desk.readBytes(target, stride * height);
      const at = (x: number, y: number) => small[y * (stride / 4) + x] ?? NaN;
      const between = (position: number, size: number) => {
        const place = Math.min(Math.max((position + 0.5) / 4 - 0.5, 0), size - 1);
        const first = Math.floor(place);
        return { first, second: Math.min(first + 1, size - 1), part: place - first };
      };
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [h, v] = [between(x, smallWidth), between(y, smallHeight)];
          const line = (row: number) =>
            at(h.first, row) * (1 - h.part) + at(h.second, row) * h.part;
          const expected = line(v.first) * (1 - v.part) + line(v.second) * v.part;
          expect(Math.abs((actual[y * stride + x] ?? NaN) - expected)).toBeLessThanOrEqual(1.01);
        }
    });
  }
});
