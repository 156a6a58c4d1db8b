import { describe, expect, it } from 'vitest';
import { MaskFiller, mix, type Grid, type PixelValue, type Placing } from './mask-filler';

const bilinear: PixelValue = (row, left, right, part) =>
  mix(row[left] ?? NaN, row[right] ?? NaN, part);

function gridOf(width: number, height: number, channels = 1): Grid {
  const values = Float32Array.from({ length: width * height * channels }, (_, at) =>
    Math.sin(at * 12.9898),
  );
  return { width, height, channels, values };
}

function filled(grid: Grid, placing: Placing, valueOf = bilinear): Float32Array {
  const mask = new Float32Array(placing.wanted.width * placing.wanted.height);
  new MaskFiller().fill(mask, grid, placing, valueOf);
  return mask;
}

/** The same, slowly: each pixel by itself, from the middle of its area. */
function slowly({ values, width, height }: Grid, { input, stride, wanted }: Placing): number[] {
  const at = (x: number, y: number) => values[y * width + x] ?? NaN;
  const placeOf = (pixel: number, mask: number, span: number, count: number) =>
    Math.min(Math.max((((pixel + 0.5) / mask) * span - 0.5) / stride, 0), count - 1);
  return Array.from({ length: wanted.width * wanted.height }, (_, pixel) => {
    const x = placeOf(pixel % wanted.width, wanted.width, input.width, width);
    const y = placeOf(Math.floor(pixel / wanted.width), wanted.height, input.height, height);
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [x1, y1] = [Math.ceil(x), Math.ceil(y)];
    const above = at(x0, y0) * (1 - (x - x0)) + at(x1, y0) * (x - x0);
    const below = at(x0, y1) * (1 - (x - x0)) + at(x1, y1) * (x - x0);
    return above * (1 - (y - y0)) + below * (y - y0);
  });
}

function worst(one: ArrayLike<number>, other: readonly number[]): number {
  expect(one.length).toBe(other.length);
  return Math.max(...other.map((value, at) => Math.abs(value - (one[at] ?? NaN))));
}

describe('a mask that is filled from a grid', () => {
  it.each<[string, Placing]>([
    ['larger', { input: { width: 49, height: 33 }, stride: 16, wanted: { width: 64, height: 40 } }],
    ['smaller', { input: { width: 49, height: 33 }, stride: 16, wanted: { width: 8, height: 4 } }],
    [
      'upright',
      { input: { width: 33, height: 65 }, stride: 16, wanted: { width: 20, height: 44 } },
    ],
    ['finer', { input: { width: 33, height: 17 }, stride: 8, wanted: { width: 60, height: 36 } }],
    [
      'of one input pixel',
      { input: { width: 1, height: 1 }, stride: 16, wanted: { width: 4, height: 4 } },
    ],
  ])('is what each pixel gives by itself: %s', (_, placing) => {
    const { input, stride } = placing;
    const grid = gridOf((input.width - 1) / stride + 1, (input.height - 1) / stride + 1);
    expect(worst(filled(grid, placing), slowly(grid, placing))).toBeLessThan(1e-5);
  });

  it('has the grid’s own values where the two coincide', () => {
    const grid = gridOf(5, 3);
    const size = { width: 5, height: 3 };
    const mask = filled(grid, { input: size, stride: 1, wanted: size });
    expect(
      worst(
        mask,
        Array.from({ length: 15 }, (_, at) => grid.values[at] ?? NaN),
      ),
    ).toBe(0);
  });

  it('reads each channel for itself', () => {
    const grid = gridOf(3, 3, 4);
    const placing = {
      input: { width: 33, height: 33 },
      stride: 16,
      wanted: { width: 12, height: 8 },
    };
    const third = {
      ...grid,
      channels: 1,
      values: Float32Array.from({ length: 9 }, (_, at) => grid.values[at * 4 + 2] ?? NaN),
    };
    const mask = filled(grid, placing, (row, left, right, part) =>
      bilinear(row, left + 2, right + 2, part),
    );
    expect(worst(mask, slowly(third, placing))).toBeLessThan(1e-5);
  });

  it('follows a change of any size', () => {
    const filler = new MaskFiller();
    for (const edge of [4, 12, 8]) {
      const placing = {
        input: { width: 33, height: 17 },
        stride: 16,
        wanted: { width: edge, height: edge },
      };
      const mask = new Float32Array(edge * edge);
      filler.fill(mask, gridOf(3, 2), placing, bilinear);
      expect(worst(mask, slowly(gridOf(3, 2), placing))).toBeLessThan(1e-5);
    }
  });

  it('hands on what is no number', () => {
    const grid = { width: 2, height: 2, channels: 1, values: [0, NaN, 0, 0] };
    const placing = {
      input: { width: 17, height: 17 },
      stride: 16,
      wanted: { width: 4, height: 4 },
    };
    expect(filled(grid, placing).some(Number.isNaN)).toBe(true);
  });
});
