import { SLACK_BYTES, type Kernels } from '@cyclorama/kernels';
import { KernelBlocks } from './kernel-blocks';
import type { Size } from './frame-size';

/** Rows are padded to this, so that kernels need no tails: 16 chroma or 32 luma bytes a step. */
const STRIDE_BYTES = 32;

/** One plane of bytes; the stride, from one row to the next, is a multiple of 16 bytes. */
export interface PlaneShape extends Size {
  readonly stride: number;
}

/** Where the three planes of an I420 picture lie in kernel memory, and how they are shaped. */
export class PlaneLayout {
  readonly width: number;
  readonly height: number;
  /** Bytes of a luma row; a multiple of 32. Chroma rows have half of it. */
  readonly stride: number;
  readonly chromaWidth: number;
  readonly chromaHeight: number;
  readonly chromaStride: number;
  readonly lumaBytes: number;
  readonly chromaBytes: number;

  constructor({ width, height }: Size) {
    this.width = width;
    this.height = height;
    this.stride = Math.ceil(width / STRIDE_BYTES) * STRIDE_BYTES;
    this.chromaWidth = (width + 1) >> 1;
    this.chromaHeight = (height + 1) >> 1;
    this.chromaStride = this.stride / 2;
    this.lumaBytes = this.stride * height;
    this.chromaBytes = this.chromaStride * this.chromaHeight;
  }

  get luma(): PlaneShape {
    return { width: this.width, height: this.height, stride: this.stride };
  }

  /** The shape of each of the two chroma planes. */
  get chroma(): PlaneShape {
    return { width: this.chromaWidth, height: this.chromaHeight, stride: this.chromaStride };
  }

  /** Bytes of all three planes. */
  get bytes(): number {
    return this.lumaBytes + 2 * this.chromaBytes;
  }

  /** Whether row follows row, and chroma is half of luma both ways. */
  get isPacked(): boolean {
    return this.stride === this.width && this.height % 2 === 0;
  }
}

/** An I420 picture in kernel memory: three planes one after the other. `close()` frees it. */
export class Planes {
  readonly layout: PlaneLayout;
  readonly y: number;
  readonly u: number;
  readonly v: number;
  readonly #blocks: KernelBlocks;
  readonly #memory: WebAssembly.Memory;
  #view: Uint8Array<ArrayBuffer> | undefined;

  /** Allocates: call it where a size changes, never for a frame. */
  constructor(kernels: Kernels, size: Size) {
    this.layout = new PlaneLayout(size);
    this.#blocks = new KernelBlocks(kernels);
    this.#memory = kernels.memory.memory;
    this.y = this.#blocks.allocate(this.layout.bytes + SLACK_BYTES);
    this.u = this.y + this.layout.lumaBytes;
    this.v = this.u + this.layout.chromaBytes;
  }

  /** The bytes of all three planes; made anew when the memory has grown. */
  view(): Uint8Array<ArrayBuffer> {
    if (this.#view?.buffer !== this.#memory.buffer) {
      this.#view = new Uint8Array(this.#memory.buffer, this.y, this.layout.bytes);
    }
    return this.#view;
  }

  close(): void {
    this.#blocks.free();
  }
}
