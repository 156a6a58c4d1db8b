import type { Kernels } from '@cyclorama/kernels';
import { KernelBlocks } from '../frame/kernel-blocks';
import type { PlaneShape } from '../frame/planes';

const FLOAT_BYTES = 4;

/** Passes of a box in each direction; three come close to a Gaussian. */
const PASSES = 3;

/** The share of a full window's weight below which the mean colour takes over. */
const TRUST = 1e-4;

/** The sum of weights over a 4×4 block that is all background. */
const FULL_BLOCK = 16 * 255;

/** Blurs planes of one shape, weighing each pixel by how far it is not person. */
export class PlaneBlur {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  readonly #shape: PlaneShape;
  readonly #radius: number;
  /** Size of the quarter in floats; rows are padded so that it can be turned. */
  readonly #columns: number;
  readonly #rows: number;
  readonly #paddedRows: number;
  readonly #sums: number;
  readonly #weights: number;
  readonly #spare: number;
  readonly #small: number;
  readonly #wide: number;

  /**
   * Allocates: call it where a size changes.
   * @param sigmaPx - Of the Gaussian, in pixels of the plane.
   */
  constructor(kernels: Kernels, shape: PlaneShape, sigmaPx: number) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.#shape = shape;
    this.#radius = boxRadius(sigmaPx / 4);
    this.#columns = shape.stride / 4;
    this.#rows = Math.ceil(shape.height / 4);
    this.#paddedRows = Math.ceil(this.#rows / 4) * 4;
    const count = this.#columns * this.#paddedRows;
    this.#sums = this.#blocks.allocate(count * FLOAT_BYTES);
    this.#weights = this.#blocks.allocate(count * FLOAT_BYTES);
    this.#spare = this.#blocks.allocate(count * FLOAT_BYTES);
    this.#small = this.#blocks.allocate(count);
    this.#wide = this.#blocks.allocate(this.#rows * shape.stride);
  }

  /**
   * @param target - Where the blurred plane goes, of the same shape.
   * @param neutral - The value that stands where there is no background at all, 0..255.
   */
  blur(target: number, plane: number, matte: number, neutral: number): void {
    const { run } = this.#kernels;
    const { width, height, stride } = this.#shape;
    const count = this.#columns * this.#rows;
    run.shrinkBehind(this.#sums, this.#weights, plane, matte, stride, height);
    const weight = run.sumFloats(this.#weights, count);
    const mean = weight > FULL_BLOCK ? run.sumFloats(this.#sums, count) / weight : neutral;
    this.#smooth(this.#sums);
    this.#smooth(this.#weights);
    const trust = TRUST * FULL_BLOCK * (2 * this.#radius + 1) ** (2 * PASSES);
    run.normalise(this.#small, this.#sums, this.#weights, count, mean, trust);
    const smallWidth = Math.ceil(width / 4);
    run.enlargePlane(target, stride, height, this.#small, smallWidth, this.#wide);
  }

  close(): void {
    this.#blocks.free();
  }

  /** Down the columns, turned, down what were the rows, and back: kernels like columns best. */
  // The rows of padding hold leftovers, which never mix with the picture: columns are summed alone.
  #smooth(values: number): void {
    const { run } = this.#kernels;
    const [columns, rows] = [this.#columns, this.#paddedRows];
    this.#boxes(this.#spare, values, columns, this.#rows);
    run.transpose(values, this.#spare, columns, rows);
    this.#boxes(this.#spare, values, rows, columns);
    run.transpose(values, this.#spare, rows, columns);
  }

  #boxes(target: number, source: number, columns: number, rows: number): void {
    const { run } = this.#kernels;
    run.boxColumns(target, source, columns, rows, this.#radius);
    run.boxColumns(source, target, columns, rows, this.#radius);
    run.boxColumns(target, source, columns, rows, this.#radius);
  }
}

/** The box whose three passes have the variance of a Gaussian: 3·((2r + 1)² − 1) / 12 = σ². */
function boxRadius(sigma: number): number {
  return Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
}
