import type { Size } from '../frame/frame-size';

/** What a model gives for places of a picture: row-major `[height,width,channels]`. */
export interface Grid extends Size {
  readonly channels: number;
  readonly values: ArrayLike<number>;
}

/** How a grid lies in the picture, and the mask that is wanted of it. */
export interface Placing {
  /** The model's input: the whole picture. Its edges are the mask's edges. */
  readonly input: Size;
  /** Pixels of the input from one value of the grid to the next; the first stands at pixel 0. */
  readonly stride: number;
  readonly wanted: Size;
}

/**
 * The value of a mask's pixel. Channel `c` there is `row[left + c]` and `row[right + c]`, of which the
 * right one counts `part`.
 */
export type PixelValue = (row: Float32Array, left: number, right: number, part: number) => number;

/** Between which two values each pixel of an edge lies, and how far. */
interface Taps {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly part: Float32Array;
}

/** Fills masks from grids, bilinearly. Allocates only when a size changes. */
export class MaskFiller {
  #of = '';
  #columns = tapsOf(NO_EDGE, 1);
  #rows = tapsOf(NO_EDGE, 1);
  #row = new Float32Array();

  /** Fills a mask of `placing.wanted`, row by row. */
  fill(mask: Float32Array, grid: Grid, placing: Placing, valueOf: PixelValue): void {
    this.#resize(grid, placing);
    const { left, right, part } = this.#columns;
    const { width, height } = placing.wanted;
    for (let y = 0; y < height; y++) {
      this.#blendRow(grid, y);
      for (let x = 0, at = y * width; x < width; x++, at++) {
        const [from, to] = [left[x] ?? 0, right[x] ?? 0];
        mask[at] = valueOf(this.#row, from, to, part[x] ?? 0);
      }
    }
  }

  #blendRow({ values, width, channels }: Grid, y: number): void {
    const count = width * channels;
    const above = (this.#rows.left[y] ?? 0) * count;
    const below = (this.#rows.right[y] ?? 0) * count;
    const part = this.#rows.part[y] ?? 0;
    for (let at = 0; at < count; at++) {
      this.#row[at] = mix(values[above + at] ?? NaN, values[below + at] ?? NaN, part);
    }
  }

  #resize(grid: Grid, { input, stride, wanted }: Placing): void {
    const sizes = [grid, input, wanted].map(({ width, height }) => [width, height]);
    const of = [sizes, grid.channels, stride].join();
    if (of === this.#of) return;
    this.#of = of;
    const edgeOf = (edge: keyof Size): Edge => {
      return { maskPx: wanted[edge], inputPx: input[edge], stride, gridCount: grid[edge] };
    };
    this.#columns = tapsOf(edgeOf('width'), grid.channels);
    this.#rows = tapsOf(edgeOf('height'), 1);
    this.#row = new Float32Array(grid.width * grid.channels);
  }
}

/** Between two neighbours: `part` 0 is the first. */
export const mix = (first: number, second: number, part: number): number =>
  first + (second - first) * part;

/** One edge of a mask, of the input and of the grid. */
interface Edge {
  readonly maskPx: number;
  readonly inputPx: number;
  readonly stride: number;
  readonly gridCount: number;
}

const NO_EDGE: Edge = { maskPx: 0, inputPx: 1, stride: 1, gridCount: 1 };

/**
 * Pixels are areas: the mask's and the input's edges meet, and the grid's values stand in the middle
 * of the input's pixels.
 * @param step - How far apart neighbours of the grid stand in memory.
 */
function tapsOf({ maskPx, inputPx, stride, gridCount }: Edge, step: number): Taps {
  const [left, right] = [new Int32Array(maskPx), new Int32Array(maskPx)];
  const part = new Float32Array(maskPx);
  const last = gridCount - 1;
  for (let at = 0; at < maskPx; at++) {
    const place = (((at + 0.5) / maskPx) * inputPx - 0.5) / stride;
    const within = Math.min(Math.max(place, 0), last);
    left[at] = Math.floor(within) * step;
    right[at] = Math.min(Math.floor(within) + 1, last) * step;
    part[at] = within - Math.floor(within);
  }
  return { left, right, part };
}
