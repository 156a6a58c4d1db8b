import type { Kernels } from '@cyclorama/kernels';
import { codesToRgb, sameColorModel, type ColorModel } from '../frame/color-model';
import type { Rect } from '../frame/frame-shape';
import type { Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import { PlaneLayout, type PlaneShape, type Planes } from '../frame/planes';
import { makeResampling } from '../frame/resampling';

const MATRIX_BYTES = 48;
const FLOAT_BYTES = 4;

/** What `resize` takes of kernel memory. */
interface Tables {
  /** Call records. */
  readonly luma: number;
  readonly chroma: number;
  readonly matrix: number;
  /** Three float planes at the model's size; luma is the refiner's guide. */
  readonly planes: FloatPlanes;
  /** The same, turned as the model is to see them; the same blocks where nothing is turned. */
  readonly upright: FloatPlanes;
}

type FloatPlanes = readonly [number, number, number];

/** How a model sees planes. */
interface View {
  /** The size of the model's input, upright. */
  readonly model: Size;
  /** How often the planes are turned clockwise by 90 degrees to stand upright. Default 0. */
  readonly quarterTurns?: number;
  /** The part that the model sees, in pixels of the planes; need not be whole. Default: all. */
  readonly crop?: Rect;
}

/**
 * Crops planes and shrinks them to a model's input, averaging over the area that each pixel of the
 * input covers: the tensor `[H,W,3]`, RGB 0..1, stretched to the model's shape as MediaPipe does.
 */
export class Shrinker {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  /** The model's size, lying as the planes do. */
  #lying: Size = { width: 0, height: 0 };
  #quarterTurns = 0;
  #tables: Tables | undefined;
  #color: ColorModel | undefined;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
  }

  /** Luma at the model's size, lying as the planes do: packed floats, code values divided by 256. */
  get guide(): number {
    return this.#tables?.planes[0] ?? 0;
  }

  /** Prepares for planes of a size and a view of them. The only place that allocates. */
  resize(planes: Size, { model, quarterTurns = 0, crop = { x: 0, y: 0, ...planes } }: View): void {
    this.close();
    this.#lying = quarterTurns % 2 ? { width: model.height, height: model.width } : model;
    this.#quarterTurns = quarterTurns;
    const layout = new PlaneLayout(planes);
    const floats = this.#allocatePlanes(model);
    this.#tables = {
      luma: this.#resampling(layout.luma, crop),
      chroma: this.#resampling(layout.chroma, halved(crop)),
      matrix: this.#blocks.allocate(MATRIX_BYTES),
      planes: floats,
      upright: quarterTurns === 0 ? floats : this.#allocatePlanes(model),
    };
  }

  /** Fills the tensor at `target`, a pointer into kernel memory. */
  shrink({ y, u, v }: Planes, color: ColorModel, target: number): void {
    const { run } = this.#kernels;
    const tables = this.#tables;
    if (!tables) throw new Error('resize() comes before shrink().');
    this.#setColor(color, tables.matrix);
    const [floatY, floatU, floatV] = tables.planes;
    run.shrinkPlane(floatY, y, tables.luma);
    run.shrinkPlane(floatU, u, tables.chroma);
    run.shrinkPlane(floatV, v, tables.chroma);
    this.#turn(tables);
    const count = this.#lying.width * this.#lying.height;
    run.planesToTensor(target, ...tables.upright, count, tables.matrix);
  }

  close(): void {
    this.#blocks.free();
    this.#tables = undefined;
    this.#color = undefined;
  }

  #allocatePlanes({ width, height }: Size): FloatPlanes {
    const take = () => this.#blocks.allocate(width * height * FLOAT_BYTES);
    return [take(), take(), take()];
  }

  #turn({ planes, upright }: Tables): void {
    if (this.#quarterTurns === 0) return;
    const { width, height } = this.#lying;
    planes.forEach((plane, at) => {
      this.#kernels.run.turnFloats(upright[at] ?? 0, plane, width, height, this.#quarterTurns);
    });
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

  /** @param part - What is taken of the plane, in its own pixels. */
  #resampling(source: PlaneShape, part: Rect): number {
    const { width, height } = this.#lying;
    const target = { width, height, stride: width * FLOAT_BYTES };
    const step = { x: part.width / width, y: part.height / height };
    return makeResampling(this.#kernels, this.#blocks, { source, target, start: part, step });
  }
}

function halved({ x, y, width, height }: Rect): Rect {
  return { x: x / 2, y: y / 2, width: width / 2, height: height / 2 };
}
