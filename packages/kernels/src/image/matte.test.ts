import { loadKernels } from '@cyclorama/testing/node';
import { afterEach, describe, expect, it } from 'vitest';
import { KernelDesk, largestError, noise } from './kernel-desk';

const desk = new KernelDesk(await loadKernels());
const { run } = desk.kernels;

afterEach(() => expect(desk.overrunBytes()).toBe(0));

const MASK = { width: 24, height: 13 };
const COUNT = MASK.width * MASK.height;
const RADIUS = 2;
const EPSILON = 0.001;
const UNIT = 2048;
/** Steeper lines leave the range of 16-bit arithmetic. */
const STEEPEST = 6.5;

type Grid = (x: number, y: number) => number;

const grid =
  (values: ArrayLike<number>): Grid =>
  (x, y) =>
    values[y * MASK.width + x] ?? NaN;

/** Mean over the window around a place, cut off at the borders. */
function boxMean(value: Grid, x: number, y: number): number {
  let [sum, count] = [0, 0];
  for (let dy = -RADIUS; dy <= RADIUS; dy++)
    for (let dx = -RADIUS; dx <= RADIUS; dx++) {
      const inside = x + dx >= 0 && x + dx < MASK.width && y + dy >= 0 && y + dy < MASK.height;
      if (!inside) continue;
      sum += value(x + dx, y + dy);
      count++;
    }
  return sum / count;
}

const everywhere = (value: Grid): number[] =>
  Array.from({ length: COUNT }, (_, at) => value(at % MASK.width, Math.floor(at / MASK.width)));

/** The guided filter's coefficients, as the paper writes them, no line steeper than the limit. */
function guidedReference(guide: Grid, mask: Grid): { a: Grid; b: Grid } {
  const slope = everywhere((x, y) => {
    const [i, p] = [boxMean(guide, x, y), boxMean(mask, x, y)];
    const variance = boxMean((u, v) => guide(u, v) ** 2, x, y) - i * i;
    const covariance = boxMean((u, v) => guide(u, v) * mask(u, v), x, y) - i * p;
    return Math.min(Math.max(covariance / (variance + EPSILON), -STEEPEST), STEEPEST);
  });
  const offset = everywhere(
    (x, y) => boxMean(mask, x, y) - grid(slope)(x, y) * boxMean(guide, x, y),
  );
  const mean = (values: number[]) => grid(everywhere((x, y) => boxMean(grid(values), x, y)));
  return { a: mean(slope), b: mean(offset) };
}

/** Value between the four nearest, positions in pixels of the mask. */
function bilinear(value: Grid, x: number, y: number): number {
  const [px, py] = [Math.min(Math.max(x, 0), MASK.width - 1), Math.max(y, 0)];
  const row = Math.min(py, MASK.height - 1);
  const [left, top] = [Math.floor(px), Math.floor(row)];
  const [right, bottom] = [Math.min(left + 1, MASK.width - 1), Math.min(top + 1, MASK.height - 1)];
  const [fx, fy] = [px - left, row - top];
  const line = (at: number) => value(left, at) * (1 - fx) + value(right, at) * fx;
  return line(top) * (1 - fy) + line(bottom) * fy;
}

const guideValues = noise(COUNT, 3).map((value) => value / 256);
const maskValues = everywhere((x, y) => 1 / (1 + Math.exp(Math.hypot(x - 12, y - 8) - 5)));
const reference = guidedReference(grid(guideValues), grid(maskValues));

/** Runs the filter at the mask's size. */
function coefficients(
  { pairs, record }: GuidedRecord,
  guide: readonly number[] = guideValues,
  mask: readonly number[] = maskValues,
): number {
  run.guidedCoefficients(desk.floats(guide), desk.floats(mask), RADIUS, EPSILON, record);
  return pairs;
}

/** Slopes and offsets of a run of the filter, in its units. */
function linesOf(pairsPointer: number): { slopes: number[]; offsets: number[] } {
  const bytes = desk.readBytes(pairsPointer, 4 * (MASK.width + 1) * MASK.height);
  const pairs = new Int16Array(bytes.buffer);
  const part = (index: number) =>
    everywhere((x, y) => pairs[(y * (MASK.width + 1) + x) * 2 + index] ?? NaN);
  return { slopes: part(0), offsets: part(1) };
}

interface GuidedRecord {
  readonly pairs: number;
  readonly record: number;
}

/** The call record for frames of a size. */
function guidedRecord(width: number, height: number, low: number, span: number): GuidedRecord {
  const stride = Math.ceil(width / 32) * 32;
  const pairs = desk.block(4 * (MASK.width + 1) * MASK.height);
  const fitting = desk.block(run.guidedScratchBytes(MASK.width, MASK.height));
  const table = desk.block(stride * 16);
  run.linearTaps(table, stride, 0, MASK.width / width, MASK.width);
  const rows = desk.block(run.matteScratchBytes(stride));
  const words = [pairs, MASK.width, MASK.height, fitting, stride, height, table, low, span, rows];
  return { pairs, record: desk.record(words) };
}

describe('the guided filter', () => {
  it('fits the lines of the reference, within two of its units', () => {
    const { slopes, offsets } = linesOf(coefficients(guidedRecord(32, 32, 0, 1)));
    const expected = (value: Grid) => everywhere((x, y) => value(x, y) * UNIT);
    expect(largestError(slopes, expected(reference.a))).toBeLessThanOrEqual(2);
    expect(largestError(offsets, expected(reference.b))).toBeLessThanOrEqual(2);
  });

  it.each([1, -1])('makes no line steeper than its arithmetic bears, either way: %i', (way) => {
    // The step of luma at which the steepest line fits a step of the mask.
    const step = 2 * Math.sqrt(EPSILON);
    const guide = everywhere((x) => 0.5 + way * (x < 12 ? 0 : step));
    const mask = everywhere((x) => (x < 12 ? 0 : 1));
    const { a, b } = guidedReference(grid(guide), grid(mask));
    const { slopes, offsets } = linesOf(coefficients(guidedRecord(32, 32, 0, 1), guide, mask));
    const steepest = Math.max(...slopes.map(Math.abs));
    expect(steepest).toBeLessThanOrEqual(STEEPEST * UNIT);
    expect(
      largestError(
        slopes,
        everywhere((x, y) => a(x, y) * UNIT),
      ),
    ).toBeLessThanOrEqual(2);
    expect(
      largestError(
        offsets,
        everywhere((x, y) => b(x, y) * UNIT),
      ),
    ).toBeLessThanOrEqual(2);
  });

  for (const [width, height] of [
    [96, 52],
    [101, 67],
    [33, 7],
    [24, 13],
  ] as const) {
    it(`gives the matte of the reference at ${width}×${height}, within 2 of 255`, () => {
      const stride = Math.ceil(width / 32) * 32;
      const luma = noise(stride * height, 9);
      const matte = desk.block(stride * height);
      const filter = guidedRecord(width, height, 0.2 * UNIT, 0.5 * UNIT);
      coefficients(filter);
      run.matteFromPairs(matte, desk.bytes(luma), filter.record);
      const actual = desk.readBytes(matte, stride * height);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const place = [
            ((x + 0.5) * MASK.width) / width - 0.5,
            ((y + 0.5) * MASK.height) / height - 0.5,
          ] as const;
          const a = bilinear(reference.a, ...place);
          const b = bilinear(reference.b, ...place);
          const value = (a * ((luma[y * stride + x] ?? 0) / 256) + b - 0.2) / 0.5;
          const expected = 255 * Math.min(Math.max(value, 0), 1);
          expect(Math.abs((actual[y * stride + x] ?? NaN) - expected)).toBeLessThanOrEqual(2);
        }
    });
  }
});

describe('the halved matte', () => {
  for (const [width, height] of [
    [32, 4],
    [33, 5],
    [1, 1],
    [47, 10],
  ] as const) {
    it(`is the mean of 2×2 with the border repeated, and 255 beyond, at ${width}×${height}`, () => {
      const stride = Math.ceil(width / 32) * 32;
      const values = noise(stride * height, 4);
      const [matte, half] = [desk.bytes(values), desk.block(stride * height)];
      run.halveMatte(half, matte, stride, width, height);
      const result = desk.readBytes(half, (stride / 2) * ((height + 1) >> 1));
      const at = (x: number, y: number) =>
        values[Math.min(y, height - 1) * stride + Math.min(x, width - 1)] ?? NaN;
      const expected = Array.from(result, (_, index) => {
        const [x, y] = [(index % (stride / 2)) * 2, Math.floor(index / (stride / 2)) * 2];
        if (x >= width) return 255;
        return (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4;
      });
      expect(largestError(result, expected)).toBeLessThanOrEqual(0.5);
      const full = desk.readBytes(matte, stride * height);
      expect(full.every((value, index) => index % stride < width || value === 255)).toBe(true);
    });
  }
});

describe('the steadied mask', () => {
  const before = [0, 0.5, 1, 0.5, 0, 1, 0.2, 0.8];

  it('takes a part of small changes and large ones whole', () => {
    const mask = [0.1, 0.5, 0, 0.4, 0.35, 0.9, 0.9, 0.8];
    const [steady, next] = [desk.floats(before), desk.floats(mask)];
    expect(run.steadyMask(steady, next, 8, 0.3, 0.4)).toBe(0);
    const expected = mask.map((value, at) => {
      const change = value - (before[at] ?? 0);
      return (before[at] ?? 0) + change * Math.min(1, 0.3 + (Math.abs(change) / 0.4) * 0.7);
    });
    expect(largestError(desk.readFloats(steady, 8), expected)).toBeLessThan(1e-6);
  });

  it('counts what is no probability, and takes it for background', () => {
    const mask = [NaN, 0.5, Infinity, -1, 2, 1, 0.2, 0.8];
    const steady = desk.floats(before);
    expect(run.takeMask(steady, desk.floats(mask), 8)).toBe(4);
    const expected = [0, 0.5, 0, 0, 0, 1, 0.2, 0.8];
    expect(largestError(desk.readFloats(steady, 8), expected)).toBeLessThan(1e-6);
  });
});
