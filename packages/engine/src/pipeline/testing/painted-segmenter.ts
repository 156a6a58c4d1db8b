import type { Kernels } from '@cyclorama/kernels';
import type { ColorModel } from '../../frame/color-model';
import type { Size } from '../../frame/frame-size';
import { KernelBlocks } from '../../frame/kernel-blocks';
import type { Planes } from '../../frame/planes';
import { Shrinker } from '../../segment/shrinker';
import type { Mask, PlaneSegmenter } from '../../segment/segmenter';

/** Probability at a place of the mask, both 0..1 from the top left. */
export type PaintMask = (x: number, y: number) => number;

/** A segmenter without a model: it sees whatever person the test paints. */
export class PaintedSegmenter implements PlaneSegmenter {
  paint: PaintMask;
  readonly #kernels: Kernels;
  readonly #shrinker: Shrinker;
  readonly #blocks: KernelBlocks;
  readonly #size: Size;
  readonly #tensor: number;
  readonly #mask: number;

  constructor(kernels: Kernels, paint: PaintMask, size: Size = { width: 256, height: 144 }) {
    this.paint = paint;
    this.#kernels = kernels;
    this.#size = size;
    this.#shrinker = new Shrinker(kernels);
    this.#blocks = new KernelBlocks(kernels);
    this.#tensor = this.#blocks.allocate(12 * size.width * size.height);
    this.#mask = this.#blocks.allocate(4 * size.width * size.height);
  }

  resize(size: Size): void {
    this.#shrinker.resize(size, { model: this.#size });
  }

  shrink(planes: Planes, color: ColorModel): void {
    this.#shrinker.shrink(planes, color, this.#tensor);
  }

  segment(): Mask {
    const { width, height } = this.#size;
    const { buffer } = this.#kernels.memory.memory;
    const mask = new Float32Array(buffer, this.#mask, width * height);
    mask.forEach((_, at) => {
      mask[at] = this.paint(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height);
    });
    return { width, height, pointer: this.#mask, guide: this.#shrinker.guide };
  }

  close(): void {
    this.#shrinker.close();
    this.#blocks.free();
  }
}
