/**
 * Splits the chroma plane of NV12, with rows of `stride`, into U and V, with rows of half of it.
 * Rows are read and written in steps of 16.
 */
export function deinterleave(
  u: usize,
  v: usize,
  source: usize,
  stride: usize,
  width: i32,
  height: i32,
): void {
  for (let row = 0; row < height; row++) {
    for (let x: usize = 0; x < <usize>width; x += 16) {
      const a = v128.load(source + (x << 1));
      const b = v128.load(source + (x << 1), 16);
      // prettier-ignore
      v128.store(u + x, i8x16.shuffle(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30));
      // prettier-ignore
      v128.store(v + x, i8x16.shuffle(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31));
    }
    u += stride >> 1;
    v += stride >> 1;
    source += stride;
  }
}
