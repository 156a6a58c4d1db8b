import type { Kernels } from '@cyclorama/kernels';
import type { Rect } from './frame-shape';
import { KernelBlocks } from './kernel-blocks';
import type { Planes } from './planes';
import { makeResampling } from './resampling';

/** Brings a part of planes to the size of others, averaging where it shrinks. */
export class PlaneScaler {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  readonly #source: Planes;
  readonly #target: Planes;
  readonly #luma: number;
  readonly #chroma: number;

  /**
   * Allocates: call it where a size changes.
   * @param part - What is taken of the source, in its luma pixels; need not be even.
   */
  constructor(kernels: Kernels, source: Planes, part: Rect, target: Planes) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.#source = source;
    this.#target = target;
    const [from, to] = [source.layout, target.layout];
    // Chroma planes span the same picture with half the pixels, so the outputs lie as far apart.
    const step = { x: part.width / to.width, y: part.height / to.height };
    const half = { x: part.x / 2, y: part.y / 2 };
    const luma = { source: from.luma, target: to.luma, start: part, step };
    const chroma = { source: from.chroma, target: to.chroma, start: half, step };
    this.#luma = makeResampling(kernels, this.#blocks, luma);
    this.#chroma = makeResampling(kernels, this.#blocks, chroma);
  }

  /** Writes the target's planes. */
  scale(): void {
    const { run } = this.#kernels;
    const [source, target] = [this.#source, this.#target];
    run.scalePlane(target.y, source.y, this.#luma);
    run.scalePlane(target.u, source.u, this.#chroma);
    run.scalePlane(target.v, source.v, this.#chroma);
  }

  close(): void {
    this.#blocks.free();
  }
}
