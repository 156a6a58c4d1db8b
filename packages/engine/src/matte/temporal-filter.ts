import type { Kernels } from '@cyclorama/kernels';
import { FrameError } from '../errors';
import { sameSize, type Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import type { Mask } from '../segment/segmenter';

/** The part of the smallest change that is taken on at once; the rest follows in later frames. */
const GENTLE = 0.3;

/** A change of this much and more is a limb that moved, not flicker: it is taken whole. */
const BOLD = 0.35;

/** Steadies masks in time: small changes are damped, large ones followed at once. */
export class TemporalFilter {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  #size: Size | undefined;
  #steady = 0;
  #started = false;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
  }

  /** Prepares for masks of a size, and forgets the past. The only place that allocates. */
  resize(size: Size): void {
    if (!sameSize(this.#size, size)) {
      this.close();
      this.#steady = this.#blocks.allocate(4 * size.width * size.height);
      this.#size = size;
    }
    this.reset();
  }

  /** Forgets the past: the next mask is taken as it is. */
  reset(): void {
    this.#started = false;
  }

  /**
   * @returns The steadied mask: packed floats 0..1 of the mask's size.
   * @throws FrameError when the mask holds anything that is no probability.
   */
  apply({ pointer, width, height }: Mask): number {
    const { run } = this.#kernels;
    const count = width * height;
    const wrong = this.#started
      ? run.steadyMask(this.#steady, pointer, count, GENTLE, BOLD)
      : run.takeMask(this.#steady, pointer, count);
    this.#started = wrong === 0;
    if (wrong === 0) return this.#steady;
    throw new FrameError(
      `The model gave ${wrong} of ${count} values that are no probability, so this frame cannot be shown.`,
    );
  }

  close(): void {
    this.#blocks.free();
    this.#size = undefined;
  }
}
