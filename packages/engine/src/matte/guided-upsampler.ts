import type { Kernels } from '@cyclorama/kernels';
import type { Size } from '../frame/frame-size';
import { KernelBlocks } from '../frame/kernel-blocks';
import type { Planes } from '../frame/planes';
import { Matte } from './matte';

/** Half the window's width, in pixels of the mask. */
const RADIUS = 2;

/** Variance of luma (0..1) below which an edge is not trusted to be the person's. */
const EPSILON = 0.0005;

/** The contrast curve: what counts as all background, and as all person. Tuned on labelled clips. */
const LOW = 0.2;
const HIGH = 0.7;

const UNIT = 2048;
const TABLE_ENTRY_BYTES = 16;

/**
 * Brings a mask to the size of the frame along the edges of its luma, by the fast guided filter
 * (He and Sun 2015, arXiv:1505.00996): lines that map luma to mask are fitted at the mask's size,
 * interpolated, and applied to the luma at full size.
 */
export class GuidedUpsampler {
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;
  #matte: Matte | undefined;
  /** The call record; 0 until it is prepared. */
  #call = 0;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
  }

  /** Prepares for frames and masks of given sizes. The only place that allocates. */
  resize(frame: Size, mask: Size): void {
    this.close();
    const { run } = this.#kernels;
    this.#matte = new Matte(this.#kernels, frame);
    const { stride } = this.#matte.layout;
    const columns = this.#blocks.allocate(stride * TABLE_ENTRY_BYTES);
    run.linearTaps(columns, stride, 0, mask.width / frame.width, mask.width);
    this.#call = this.#blocks.record([
      this.#blocks.allocate(4 * (mask.width + 1) * mask.height),
      mask.width,
      mask.height,
      this.#blocks.allocate(run.guidedScratchBytes(mask.width, mask.height)),
      stride,
      frame.height,
      columns,
      Math.round(LOW * UNIT),
      Math.round((HIGH - LOW) * UNIT),
      this.#blocks.allocate(run.matteScratchBytes(stride)),
    ]);
  }

  /**
   * @param mask - Packed floats 0..1 of the mask's size.
   * @param guide - Luma of the same pixels, packed floats, code values divided by 256.
   * @returns The matte, valid until the next call.
   */
  upsample(mask: number, guide: number, planes: Planes): Matte {
    const [matte, call] = [this.#matte, this.#call];
    if (!matte || call === 0) throw new Error('resize() comes before upsample().');
    const { run } = this.#kernels;
    run.guidedCoefficients(guide, mask, RADIUS, EPSILON, call);
    run.matteFromPairs(matte.full, planes.y, call);
    matte.halve();
    return matte;
  }

  close(): void {
    this.#matte?.close();
    this.#matte = undefined;
    this.#call = 0;
    this.#blocks.free();
  }
}
