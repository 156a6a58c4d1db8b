import type { Kernels } from '@cyclorama/kernels';
import { codesToRgb, sameColorModel, type ColorModel } from '../frame/color-model';
import type { Rect } from '../frame/frame-shape';
import type { Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import { PlaneLayout, type Planes } from '../frame/planes';
import { makeTaps, scratchRowBytes, type Taps } from '../frame/taps';

const MATRIX_BYTES = 48;
const FLOAT_BYTES = 4;

/** What `resize` takes of kernel memory. */
interface Tables {
  readonly luma: readonly [Taps, Taps];
  readonly chroma: readonly [Taps, Taps];
  readonly row: number;
  readonly matrix: number;
  /** Three float planes at the model's size; luma is the refiner's guide. */
  readonly planes: readonly [number, number, number];
}

/**
 * Crops planes and shrinks them to a model's input, averaging over the area that each pixel of the
 * input covers: the tensor `[H,W,3]`, RGB 0..1, stretched to the model's shape as MediaPipe does.
 */
export class Shrinker {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  #model: Size = { width: 0, height: 0 };
  #tables: Tables | undefined;
  #color: ColorModel | undefined;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
  }

  /** Luma at the model's size: packed floats `[H,W]`, code values divided by 256. */
  get guide(): number {
    return this.#tables?.planes[0] ?? 0;
  }

  /**
   * Prepares for planes and a model of given sizes. The only place that allocates.
   * @param crop - The part that the model sees, in pixels of the planes.
   */
  resize(planes: Size, model: Size, crop: Rect = { x: 0, y: 0, ...planes }): void {
    this.close();
    this.#model = model;
    const layout = new PlaneLayout(planes);
    const planeBytes = model.width * model.height * FLOAT_BYTES;
    this.#tables = {
      luma: this.#tapsFor(crop, layout, 1),
      chroma: this.#tapsFor(crop, layout, 2),
      row: this.#blocks.allocate(scratchRowBytes(layout.stride)),
      matrix: this.#blocks.allocate(MATRIX_BYTES),
      planes: [
        this.#blocks.allocate(planeBytes),
        this.#blocks.allocate(planeBytes),
        this.#blocks.allocate(planeBytes),
      ],
    };
  }

  /** Fills the tensor at `target`, a pointer into kernel memory. */
  shrink({ layout, y, u, v }: Planes, color: ColorModel, target: number): void {
    const tables = this.#tables;
    if (!tables) throw new Error('resize() comes before shrink().');
    this.#setColor(color, tables.matrix);
    const [floatY, floatU, floatV] = tables.planes;
    this.#shrinkPlane(floatY, y, layout.stride, layout.width, tables.luma);
    this.#shrinkPlane(floatU, u, layout.chromaStride, layout.chromaWidth, tables.chroma);
    this.#shrinkPlane(floatV, v, layout.chromaStride, layout.chromaWidth, tables.chroma);
    const count = this.#model.width * this.#model.height;
    this.#kernels.run.planesToTensor(target, floatY, floatU, floatV, count, tables.matrix);
  }

  close(): void {
    this.#blocks.free();
    this.#tables = undefined;
    this.#color = undefined;
  }

  #shrinkPlane(
    target: number,
    source: number,
    stride: number,
    sourceWidth: number,
    [x, y]: readonly [Taps, Taps],
  ): void {
    const { width, height } = this.#model;
    // prettier-ignore
    this.#kernels.run.shrinkPlane(
      target, width, height, source, stride, sourceWidth,
      x.pointer, x.entryBytes, y.pointer, y.entryBytes, this.#tables?.row ?? 0,
    );
  }

  #setColor(color: ColorModel, pointer: number): void {
    if (sameColorModel(this.#color, color)) return;
    this.#color = color;
    const rows = codesToRgb(color).map(([y, u, v, one]) => [
      ...[y, u, v].map((factor) => (factor * 256) / 255),
      one / 255,
    ]);
    new Float32Array(this.#kernels.memory.memory.buffer, pointer, 12).set(rows.flat());
  }

  #tapsFor(crop: Rect, layout: PlaneLayout, sampling: 1 | 2): [Taps, Taps] {
    const { width, height } = this.#model;
    const x = {
      count: width,
      start: crop.x / sampling,
      step: crop.width / width / sampling,
      size: sampling === 1 ? layout.width : layout.chromaWidth,
    };
    const y = {
      count: height,
      start: crop.y / sampling,
      step: crop.height / height / sampling,
      size: sampling === 1 ? layout.height : layout.chromaHeight,
    };
    return [makeTaps(this.#kernels, this.#blocks, x), makeTaps(this.#kernels, this.#blocks, y)];
  }
}
