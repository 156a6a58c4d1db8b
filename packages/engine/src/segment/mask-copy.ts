/**
 * Where the person is, copied out of kernel memory: row-major `[height, width]`, at the size of the
 * model.
 */
export interface MaskCopy {
  /** In pixels: 256 for both models. */
  readonly width: number;
  /** In pixels: 144 for `landscape`, 256 for `general`. */
  readonly height: number;
  /** Person probability of each pixel, 0..1. */
  readonly values: Float32Array<ArrayBuffer>;
}
