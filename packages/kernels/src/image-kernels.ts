/** Bytes beyond the end of what they are given that kernels may read: they take whole vectors. */
export const SLACK_BYTES = 128;

/**
 * Signatures of the kernels in `assembly/image`. All pointers are byte offsets into the kernels'
 * memory; sizes are in pixels, strides in bytes. A plane is a plane of bytes.
 *
 * Some take a pointer to a *call record*: 32-bit words, in the order that stands at the kernel,
 * written once when a size changes.
 */
export interface ImageKernels {
  /** Bytes of one entry of a tap table for outputs that lie `step` inputs apart. */
  tapEntryBytes(step: number): number;
  /** Fills a table of `count` entries for a box filter that starts at input `start`. */
  boxTaps(table: number, count: number, start: number, step: number, size: number): void;
  /**
   * Resamples a plane by two tap tables.
   *
   * Words: sourceStride, sourceWidth, targetStride, width, height (both of the target), xTaps,
   * xEntryBytes, yTaps, yEntryBytes, row (scratch of twice the source's width and 128 bytes).
   * Source rows are read up to a multiple of 16 bytes.
   */
  scalePlane(target: number, source: number, call: number): void;
  /** As `scalePlane`, words too, into 32-bit floats: code values divided by 256. */
  shrinkPlane(target: number, source: number, call: number): void;
  /** Float planes → tensor `[H,W,3]`, RGB 0..1; `matrix` is 3×4 floats, `count` a multiple of 4. */
  planesToTensor(
    target: number,
    y: number,
    u: number,
    v: number,
    count: number,
    matrix: number,
  ): void;
  /** Turns a grid of floats clockwise by 1 to 3 quarter turns; the sizes are the source's. */
  turnFloats(
    target: number,
    source: number,
    width: number,
    height: number,
    quarterTurns: number,
  ): void;
  /** NV12's chroma, rows of `stride`, → U and V, rows of half of it. */
  deinterleave(
    u: number,
    v: number,
    source: number,
    stride: number,
    width: number,
    height: number,
  ): void;
  /**
   * Packed pixels of four bytes (rows of 4·stride) → I420, the planes one after the other;
   * `factors`: three rows of 16 bytes.
   */
  rgbaToPlanes(
    planes: number,
    stride: number,
    pixels: number,
    width: number,
    height: number,
    factors: number,
  ): void;
  /** Steadies a float mask in time; returns how many values were no probability. */
  steadyMask(steady: number, mask: number, count: number, gentle: number, bold: number): number;
  /** Takes a float mask as it is; returns how many values were no probability. */
  takeMask(steady: number, mask: number, count: number): number;
  /** Bytes of scratch for `guidedCoefficients`. */
  guidedScratchBytes(width: number, height: number): number;
  /**
   * Guided filter at mask size: rows of maskWidth + 1 pairs of 16-bit slope and offset (2^-11).
   *
   * Words: pairs, maskWidth, maskHeight, fitting (scratch of `guidedScratchBytes`), and for
   * `matteFromPairs` stride, height, table (of `linearTaps`, `stride` entries), low, span (2^-11),
   * rows (scratch of `matteScratchBytes`).
   */
  guidedCoefficients(
    guide: number,
    mask: number,
    radius: number,
    epsilon: number,
    call: number,
  ): void;
  /** Fills a table of `count` entries of 16 bytes for linear interpolation. */
  linearTaps(table: number, count: number, start: number, step: number, size: number): void;
  /** Bytes of scratch for `matteFromPairs`. */
  matteScratchBytes(stride: number): number;
  /**
   * Guided filter at full size: matte = slope·luma + offset, stretched from low..low + span.
   * Words as for `guidedCoefficients`.
   */
  matteFromPairs(matte: number, luma: number, call: number): void;
  /** The matte at half size for chroma; columns beyond the width become 255 in both. */
  halveMatte(half: number, matte: number, stride: number, width: number, height: number): void;
  /** foreground·matte + background·(1 − matte), in place; `bytes` is a multiple of 16. */
  blendPlane(foreground: number, background: number, matte: number, bytes: number): void;
  /** 4×4 sums of value·weight and of weight = 255 − 4·matte, as rows of stride / 4 floats. */
  shrinkBehind(
    sums: number,
    weights: number,
    plane: number,
    matte: number,
    stride: number,
    height: number,
  ): void;
  /** Sum of `count` floats, a multiple of 4. */
  sumFloats(values: number, count: number): number;
  /** Sums of columns of floats over 2·radius + 1 rows; zeros beyond the borders. */
  boxColumns(target: number, source: number, width: number, height: number, radius: number): void;
  /** Rows of floats become columns; both sizes are multiples of 4. */
  transpose(target: number, source: number, width: number, height: number): void;
  /** (sums + trust·mean) / (weights + trust), as bytes. */
  normalise(
    target: number,
    sums: number,
    weights: number,
    count: number,
    mean: number,
    trust: number,
  ): void;
  /** A plane made four times as large by linear interpolation; `wide` is scratch. */
  enlargePlane(
    target: number,
    stride: number,
    height: number,
    small: number,
    smallWidth: number,
    wide: number,
  ): void;
}
