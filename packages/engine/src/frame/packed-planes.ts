import { evenSizeOf, type Size } from './frame-size';
import type { PlaneLayout, PlaneShape } from './planes';

/**
 * The bytes of planes without the padding of their rows, in an even size. Firefox 153 ignores the
 * strides that a frame is made with: it takes row to follow row, and shows what lies in the padding.
 * Nor does it make frames of an odd coded size.
 */
export class PackedPlanes {
  readonly coded: Size;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** Allocates: call it where a size changes, never for a frame. */
  constructor(private readonly layout: PlaneLayout) {
    this.coded = evenSizeOf(layout);
    this.#bytes = new Uint8Array((this.coded.width * this.coded.height * 3) / 2);
  }

  /**
   * @param view - The bytes of all three planes, as the layout says.
   * @returns The packed bytes, valid until the next call.
   */
  pack(view: Uint8Array): Uint8Array<ArrayBuffer> {
    const { luma, chroma, lumaBytes, chromaBytes } = this.layout;
    const { width, height } = this.coded;
    const pixels = width * height;
    this.#copyRows(view, luma, 0, width);
    this.#copyRows(view.subarray(lumaBytes), chroma, pixels, width / 2);
    this.#copyRows(view.subarray(lumaBytes + chromaBytes), chroma, (pixels * 5) / 4, width / 2);
    return this.#bytes;
  }

  #copyRows(from: Uint8Array, { width, height, stride }: PlaneShape, at: number, step: number) {
    for (let row = 0; row < height; row++) {
      this.#bytes.set(from.subarray(row * stride, row * stride + width), at + row * step);
    }
  }
}
