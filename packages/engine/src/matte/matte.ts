import { SLACK_BYTES, type Kernels } from '@cyclorama/kernels';
import { KernelBlocks } from '../frame/kernel-blocks';
import { PlaneLayout } from '../frame/planes';
import type { Size } from '../frame/frame-size';

/** Alpha at frame size and, for chroma, at half size: bytes, 255 is person. `close()` frees it. */
export class Matte {
  readonly layout: PlaneLayout;
  /** Rows of the luma's stride. */
  readonly full: number;
  /** Rows of the chroma's stride: means of 2×2. */
  readonly half: number;
  readonly #kernels: Kernels;
  readonly #blocks: KernelBlocks;

  /** Allocates: call it where a size changes. */
  constructor(kernels: Kernels, size: Size) {
    this.layout = new PlaneLayout(size);
    this.#kernels = kernels;
    this.#blocks = new KernelBlocks(kernels);
    this.full = this.#blocks.allocate(this.layout.lumaBytes + SLACK_BYTES);
    this.half = this.#blocks.allocate(this.layout.chromaBytes + SLACK_BYTES);
  }

  /** Makes the half size from the full one, once that is written. */
  halve(): void {
    const { stride, width, height } = this.layout;
    this.#kernels.run.halveMatte(this.half, this.full, stride, width, height);
  }

  close(): void {
    this.#blocks.free();
  }
}
