import { loadKernels } from '@cyclorama/testing/node';
import { afterEach, describe, expect, it } from 'vitest';
import { KernelDesk, largestError, noise } from './kernel-desk';

interface Axis {
  readonly count: number;
  readonly start: number;
  readonly step: number;
  readonly size: number;
}

interface Resampling {
  readonly x: Axis;
  readonly y: Axis;
  readonly stride: number;
}

const desk = new KernelDesk(await loadKernels());
const { run } = desk.kernels;

afterEach(() => expect(desk.overrunBytes()).toBe(0));

/** Weights of the inputs under a box around output `at`; the border is repeated. */
function boxWeights({ start, step, size }: Axis, at: number): number[] {
  const width = Math.max(step, 1);
  const from = start + (at + 0.5) * step - width / 2;
  const weights = Array<number>(size).fill(0);
  for (let input = Math.floor(from) - 1; input <= from + width; input++) {
    const covered = Math.min(input + 1, from + width) - Math.max(input, from);
    const inside = Math.min(Math.max(input, 0), size - 1);
    if (covered > 0) weights[inside] = (weights[inside] ?? 0) + covered / width;
  }
  return weights;
}

function reference(plane: number[], stride: number, x: Axis, y: Axis): number[] {
  const result: number[] = [];
  for (let row = 0; row < y.count; row++)
    for (let column = 0; column < x.count; column++) {
      const across = boxWeights(x, column);
      const sum = boxWeights(y, row).reduce((total, down, inY) => {
        if (down === 0) return total;
        const line = across.reduce((s, w, inX) => s + w * (plane[inY * stride + inX] ?? 0), 0);
        return total + down * line;
      }, 0);
      result.push(sum);
    }
  return result;
}

function taps(axis: Axis): [number, number] {
  const bytes = run.tapEntryBytes(axis.step);
  const table = desk.block(bytes * axis.count);
  run.boxTaps(table, axis.count, axis.start, axis.step, axis.size);
  return [table, bytes];
}

/** The call record for results without padding. */
function recordOf({ x, y, stride }: Resampling, valueBytes: number): number {
  const row = desk.block(2 * stride + 128);
  const sizes = [stride, x.size, x.count * valueBytes, x.count, y.count];
  return desk.record([...sizes, ...taps(x), ...taps(y), row]);
}

const CASES: Record<string, Resampling> = {
  'five to one': {
    x: { count: 16, start: 0, step: 5, size: 80 },
    y: { count: 9, start: 0, step: 5, size: 45 },
    stride: 96,
  },
  'two and a half to one': {
    x: { count: 26, start: 0, step: 2.5, size: 65 },
    y: { count: 14, start: 0, step: 2.5, size: 35 },
    stride: 96,
  },
  'an odd crop': {
    x: { count: 17, start: 3.5, step: 1.7, size: 61 },
    y: { count: 11, start: 1, step: 2.3, size: 37 },
    stride: 64,
  },
  enlarging: {
    x: { count: 63, start: 0, step: 21 / 63, size: 21 },
    y: { count: 40, start: 0, step: 13 / 40, size: 13 },
    stride: 32,
  },
  'one to one, from an odd pixel': {
    x: { count: 30, start: 1, step: 1, size: 31 },
    y: { count: 9, start: 1, step: 1, size: 10 },
    stride: 32,
  },
  'far down': {
    x: { count: 4, start: 0, step: 25, size: 100 },
    y: { count: 3, start: 0, step: 20, size: 60 },
    stride: 112,
  },
};

// Weights are whole 256ths: each adds at most half a step of error, both ways.
const TOLERANCE = 2;

describe('resampling with a box', () => {
  for (const [name, resampling] of Object.entries(CASES)) {
    const { x, y, stride } = resampling;
    const plane = noise(stride * y.size);
    const expected = reference(plane, stride, x, y);
    const source = desk.bytes(plane);

    it(`scales bytes as the reference: ${name}`, () => {
      const target = desk.block(x.count * y.count);
      run.scalePlane(target, source, recordOf(resampling, 1));
      const actual = desk.readBytes(target, x.count * y.count);
      expect(largestError(actual, expected)).toBeLessThanOrEqual(TOLERANCE);
    });

    it(`shrinks to floats as the reference: ${name}`, () => {
      const target = desk.block(x.count * y.count * 4);
      run.shrinkPlane(target, source, recordOf(resampling, 4));
      const actual = desk.readFloats(target, x.count * y.count).map((value) => value * 256);
      expect(largestError(actual, expected)).toBeLessThanOrEqual(TOLERANCE);
    });
  }

  it('keeps a flat plane flat', () => {
    const x = { count: 17, start: 3.5, step: 1.7, size: 61 };
    const y = { count: 11, start: 1, step: 2.3, size: 37 };
    const stride = 64;
    const source = desk.bytes(Array<number>(stride * y.size).fill(201));
    const target = desk.block(x.count * y.count);
    run.scalePlane(target, source, recordOf({ x, y, stride }, 1));
    expect([...new Set(desk.readBytes(target, x.count * y.count))]).toEqual([201]);
  });
});
