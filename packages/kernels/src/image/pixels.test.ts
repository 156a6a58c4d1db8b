import { loadKernels } from '@cyclorama/testing/node';
import { afterEach, describe, expect, it } from 'vitest';
import { KernelDesk, largestError, noise } from './kernel-desk';

const desk = new KernelDesk(await loadKernels());
const { run } = desk.kernels;

afterEach(() => expect(desk.overrunBytes()).toBe(0));

const SIZES = [
  [1, 1],
  [2, 2],
  [17, 9],
  [33, 6],
  [64, 5],
  [101, 31],
] as const;

const strideOf = (width: number) => Math.ceil(width / 32) * 32;

/** Rows cut out of a padded plane. */
const cropped = (plane: ArrayLike<number>, stride: number, width: number, height: number) =>
  Array.from({ length: width * height }, (_, at) => {
    return plane[Math.floor(at / width) * stride + (at % width)] ?? NaN;
  });

/** BT.601 of limited range: rows for Y, U and V, and the offset. */
const MATRIX = [
  [0.2568, 0.5041, 0.0979, 16],
  [-0.1482, -0.291, 0.4392, 128],
  [0.4392, -0.3678, -0.0714, 128],
] as const;

function factors(): number {
  const table = new DataView(new ArrayBuffer(48));
  MATRIX.forEach(([red, green, blue, offset], row) => {
    [red, green, blue].forEach((factor, at) =>
      table.setInt16(row * 16 + at * 2, Math.round(factor * 32768), true),
    );
    table.setInt32(row * 16 + 8, offset * 32768 + 16384, true);
  });
  return desk.bytes(new Uint8Array(table.buffer));
}

describe('packed pixels to planes', () => {
  for (const [width, height] of SIZES) {
    const stride = strideOf(width);
    const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1];
    const pixels = noise(stride * 4 * height);
    const at = (x: number, y: number, channel: number) =>
      pixels[(Math.min(y, height - 1) * stride + Math.min(x, width - 1)) * 4 + channel] ?? NaN;
    const code = (row: 0 | 1 | 2, rgb: (channel: number) => number) => {
      const [red, green, blue, offset] = MATRIX[row];
      return red * rgb(0) + green * rgb(1) + blue * rgb(2) + offset;
    };

    it(`is the matrix for luma, and for the mean of 2×2 for chroma: ${width}×${height}`, () => {
      const halfBytes = (stride / 2) * halfHeight;
      const y = desk.block(stride * height + 2 * halfBytes);
      const u = y + stride * height;
      run.rgbaToPlanes(y, stride, desk.bytes(pixels), width, height, factors());
      const luma = Array.from({ length: width * height }, (_, index) =>
        code(0, (channel) => at(index % width, Math.floor(index / width), channel)),
      );
      const actual = cropped(desk.readBytes(y, stride * height), stride, width, height);
      expect(largestError(actual, luma)).toBeLessThanOrEqual(0.6);
      for (const [row, plane] of [
        [1, u],
        [2, u + halfBytes],
      ] as const) {
        const chroma = Array.from({ length: halfWidth * halfHeight }, (_, index) => {
          const [x, top] = [(index % halfWidth) * 2, Math.floor(index / halfWidth) * 2];
          const mean = (channel: number) =>
            [at(x, top, channel), at(x + 1, top, channel)]
              .concat(at(x, top + 1, channel), at(x + 1, top + 1, channel))
              .reduce((a, b) => a + b) / 4;
          return code(row, mean);
        });
        const half = desk.readBytes(plane, halfBytes);
        const found = cropped(half, stride / 2, halfWidth, halfHeight);
        expect(largestError(found, chroma)).toBeLessThanOrEqual(0.6);
      }
    });

    it(`splits interleaved chroma exactly: ${width}×${height}`, () => {
      const chroma = noise(stride * height);
      const half = stride / 2;
      const [u, v] = [desk.block(half * height), desk.block(half * height)];
      run.deinterleave(u, v, desk.bytes(chroma), stride, halfWidth, height);
      [u, v].forEach((plane, channel) => {
        const actual = cropped(desk.readBytes(plane, half * height), half, halfWidth, height);
        const expected = actual.map((_, index) => {
          return chroma[Math.floor(index / halfWidth) * stride + (index % halfWidth) * 2 + channel];
        });
        expect(actual).toEqual(expected);
      });
    });
  }
});

describe('float planes to a tensor', () => {
  it('is the matrix, clamped to 0..1, three channels a pixel', () => {
    const count = 36;
    const planes = [1, 2, 3].map((seed) => noise(count, seed).map((value) => value / 256));
    const matrix = [1.2, 0, 1.6, -0.9, 1.2, -0.4, -0.8, 0.5, 1.2, 2, 0, -1.1];
    const target = desk.block(count * 12);
    const [y = 0, u = 0, v = 0] = planes.map((plane) => desk.floats(plane));
    run.planesToTensor(target, y, u, v, count, desk.floats(matrix));
    const expected = Array.from({ length: count * 3 }, (_, at) => {
      const row = matrix.slice((at % 3) * 4, (at % 3) * 4 + 4);
      const inputs = [...planes.map((plane) => plane[Math.floor(at / 3)] ?? 0), 1];
      const sum = row.reduce((total, factor, index) => total + factor * (inputs[index] ?? 0), 0);
      return Math.min(Math.max(sum, 0), 1);
    });
    expect(largestError(desk.readFloats(target, count * 3), expected)).toBeLessThan(1e-6);
  });
});

describe('the planar blend', () => {
  it('is the rounded mean weighed by the matte, exactly', () => {
    const count = 256 * 16;
    const [front, back] = [noise(count, 5), noise(count, 6)];
    // Long runs of 0 and 255, which are treated apart, and every value between.
    const matte = noise(count, 7).map((value, at) => {
      if (at < 512) return 0;
      return at < 1024 ? 255 : at % 3 === 0 ? value : at % 256;
    });
    const foreground = desk.bytes(front);
    run.blendPlane(foreground, desk.bytes(back), desk.bytes(matte), count);
    const expected = matte.map((alpha, at) =>
      Math.round(((front[at] ?? 0) * alpha + (back[at] ?? 0) * (255 - alpha)) / 255),
    );
    expect(largestError(desk.readBytes(foreground, count), expected)).toBe(0);
  });
});

describe('turning floats', () => {
  it.each([1, 2, 3])('is %i quarter turns clockwise', (turns) => {
    const [width, height] = [12, 8];
    const values = noise(width * height);
    const target = desk.block(4 * width * height);
    run.turnFloats(target, desk.floats(values), width, height, turns);
    const turnedWidth = turns === 2 ? width : height;
    const source = (x: number, y: number) =>
      turns === 1
        ? values[(height - 1 - x) * width + y]
        : turns === 2
          ? values[(height - 1 - y) * width + (width - 1 - x)]
          : values[x * width + (width - 1 - y)];
    const expected = values.map((_, at) => source(at % turnedWidth, Math.floor(at / turnedWidth)));
    expect([...desk.readFloats(target, width * height)]).toEqual(expected);
  });
});
