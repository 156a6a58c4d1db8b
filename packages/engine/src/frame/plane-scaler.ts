import type { Kernels } from '@cyclorama/kernels';
import type { Rect } from './frame-shape';
import { KernelBlocks } from './kernel-blocks';
import type { Planes } from './planes';
import { makeTaps, scratchRowBytes, type Taps } from './taps';

interface PlaneTaps {
  readonly x: Taps;
  readonly y: Taps;
}

/** Brings a part of planes to the size of others, averaging where it shrinks. */
export class PlaneScaler {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  readonly #source: Planes;
  readonly #target: Planes;
  readonly #luma: PlaneTaps;
  readonly #chroma: PlaneTaps;
  readonly #row: number;

  /**
   * Allocates: call it where a size changes.
   * @param part - What is taken of the source, in its luma pixels; need not be even.
   */
  constructor(kernels: Kernels, source: Planes, part: Rect, target: Planes) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.#source = source;
    this.#target = target;
    this.#luma = this.#tapsFor(part, 1);
    this.#chroma = this.#tapsFor(part, 2);
    this.#row = this.#blocks.allocate(scratchRowBytes(source.layout.stride));
  }

  /** Writes the target's planes. */
  scale(): void {
    const { layout: from, y, u, v } = this.#source;
    const { layout: to } = this.#target;
    const luma = { width: to.width, height: to.height, stride: to.stride };
    const chroma = { width: to.chromaWidth, height: to.chromaHeight, stride: to.chromaStride };
    this.#scalePlane(this.#target.y, luma, y, from.stride, from.width, this.#luma);
    this.#scalePlane(this.#target.u, chroma, u, from.chromaStride, from.chromaWidth, this.#chroma);
    this.#scalePlane(this.#target.v, chroma, v, from.chromaStride, from.chromaWidth, this.#chroma);
  }

  close(): void {
    this.#blocks.free();
  }

  #scalePlane(
    target: number,
    to: { width: number; height: number; stride: number },
    source: number,
    sourceStride: number,
    sourceWidth: number,
    { x, y }: PlaneTaps,
  ): void {
    // prettier-ignore
    this.#kernels.run.scalePlane(
      target, to.stride, to.width, to.height, source, sourceStride, sourceWidth,
      x.pointer, x.entryBytes, y.pointer, y.entryBytes, this.#row,
    );
  }

  /** Chroma planes span the same picture with half the pixels, so only offset and sizes differ. */
  #tapsFor(part: Rect, sampling: 1 | 2): PlaneTaps {
    const { layout: from } = this.#source;
    const { layout: to } = this.#target;
    const [stepX, stepY] = [part.width / to.width, part.height / to.height];
    const pick = (luma: number, chroma: number) => (sampling === 1 ? luma : chroma);
    return {
      x: makeTaps(this.#kernels, this.#blocks, {
        count: pick(to.width, to.chromaWidth),
        start: part.x / sampling,
        step: stepX,
        size: pick(from.width, from.chromaWidth),
      }),
      y: makeTaps(this.#kernels, this.#blocks, {
        count: pick(to.height, to.chromaHeight),
        start: part.y / sampling,
        step: stepY,
        size: pick(from.height, from.chromaHeight),
      }),
    };
  }
}
