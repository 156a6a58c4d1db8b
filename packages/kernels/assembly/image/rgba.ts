/** Four pixels of four bytes → four sums of products with a row of four 15-bit factors. */
function dotPixels(low: v128, high: v128, factors: v128): v128 {
  const a = i32x4.dot_i16x8_s(low, factors);
  const b = i32x4.dot_i16x8_s(high, factors);
  return i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
}

function luma4(pixels: usize, factors: v128, offset: v128): v128 {
  const bytes = v128.load(pixels);
  const low = i16x8.extend_low_i8x16_u(bytes);
  const high = i16x8.extend_high_i8x16_u(bytes);
  return i32x4.shr_s(i32x4.add(dotPixels(low, high, factors), offset), 15);
}

/** Sums of two blocks of 2×2 pixels: the channels of the first, then those of the second. */
function blocks2(top: usize, bottom: usize): v128 {
  const a = v128.load(top);
  const b = v128.load(bottom);
  const low = i16x8.add(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
  const high = i16x8.add(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
  return i16x8.add(v128.shuffle<i64>(low, high, 0, 2), v128.shuffle<i64>(low, high, 1, 3));
}

function chroma4(first: v128, second: v128, factors: v128, offset: v128): v128 {
  return i32x4.shr_s(i32x4.add(dotPixels(first, second, factors), offset), 17);
}

/**
 * A row of packed pixels of four bytes → a row of luma. `factors` points to four 16-bit factors
 * (in units of 2^-15, in the order of the bytes) and, 8 bytes on, a 32-bit offset in those units.
 */
function lumaRow(target: usize, pixels: usize, width: i32, factors: usize): void {
  const row = v128.load64_splat(factors);
  const offset = v128.load32_splat(factors, 8);
  for (let x: usize = 0; x < <usize>width; x += 16) {
    const at = pixels + (x << 2);
    const low = i16x8.narrow_i32x4_s(luma4(at, row, offset), luma4(at + 16, row, offset));
    const high = i16x8.narrow_i32x4_s(luma4(at + 32, row, offset), luma4(at + 48, row, offset));
    v128.store(target + x, i8x16.narrow_i16x8_u(low, high));
  }
}

function chromaRow(
  u: usize,
  v: usize,
  top: usize,
  bottom: usize,
  width: i32,
  factors: usize,
): void {
  const forU = v128.load64_splat(factors, 16);
  const forV = v128.load64_splat(factors, 32);
  const offset = i32x4.shl(v128.load32_splat(factors, 24), 2);
  for (let x: usize = 0; x < <usize>width; x += 8) {
    const at = x << 3;
    const a = blocks2(top + at, bottom + at);
    const b = blocks2(top + at + 16, bottom + at + 16);
    const c = blocks2(top + at + 32, bottom + at + 32);
    const d = blocks2(top + at + 48, bottom + at + 48);
    const us = i16x8.narrow_i32x4_s(chroma4(a, b, forU, offset), chroma4(c, d, forU, offset));
    const vs = i16x8.narrow_i32x4_s(chroma4(a, b, forV, offset), chroma4(c, d, forV, offset));
    const both = i8x16.narrow_i16x8_u(us, vs);
    v128.store64_lane(u + x, both, 0);
    v128.store64_lane(v + x, both, 1);
  }
}

/**
 * Packed pixels of four bytes → I420 planes, one after the other from `planes` on. `factors` points to three rows of 16 bytes (Y, U, V),
 * so the order of the bytes, the matrix and the range are the caller's. `stride` is that of luma,
 * a multiple of 32; chroma has half of it; pixel rows are 4 strides long and the pixel beyond an
 * odd width is overwritten with its neighbour.
 */
export function rgbaToPlanes(
  planes: usize,
  stride: usize,
  pixels: usize,
  width: i32,
  height: i32,
  factors: usize,
): void {
  const pixelStride = stride << 2;
  const u = planes + stride * <usize>height;
  const v = u + (stride >> 1) * <usize>((height + 1) >> 1);
  if (width & 1) repeatLastPixel(pixels + ((<usize>width) << 2), pixelStride, height);
  for (let row = 0; row < height; row++) {
    lumaRow(planes + <usize>row * stride, pixels + <usize>row * pixelStride, width, factors);
  }
  for (let row = 0; row < height; row += 2) {
    const top = pixels + <usize>row * pixelStride;
    const bottom = row + 1 < height ? top + pixelStride : top;
    const at = <usize>(row >> 1) * (stride >> 1);
    chromaRow(u + at, v + at, top, bottom, (width + 1) >> 1, factors);
  }
}

function repeatLastPixel(end: usize, pixelStride: usize, height: i32): void {
  for (let row = 0; row < height; row++) {
    store<u32>(end, load<u32>(end - 4));
    end += pixelStride;
  }
}
