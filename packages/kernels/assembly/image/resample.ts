import { HEAD } from './taps';

/** Weighs the rows that one output row covers into a row of 16-bit values, 128 times as large. */
function weighRows(row: usize, source: usize, stride: usize, width: i32, entry: usize): void {
  const top = source + <usize>load<i32>(entry) * stride;
  const taps = load<i32>(entry, 4);
  for (let x: usize = 0; x < <usize>width; x += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let at = top + x;
    for (let k = 0; k < taps; k++) {
      const weight = v128.load16_splat(entry + HEAD + ((<usize>k) << 1));
      const values = v128.load(at);
      low = i16x8.add(low, i16x8.mul(i16x8.extend_low_i8x16_u(values), weight));
      high = i16x8.add(high, i16x8.mul(i16x8.extend_high_i8x16_u(values), weight));
      at += stride;
    }
    v128.store(row + (x << 1), i16x8.shr_u(low, 1));
    v128.store(row + (x << 1), i16x8.shr_u(high, 1), 16);
  }
}

/** One output value, 2^15 times as large. Weights beyond the taps are zero, so it may read on. */
function weighColumn(row: usize, entry: usize, end: usize): i32 {
  let sum = i32x4.splat(0);
  let at = row + ((<usize>load<i32>(entry)) << 1);
  for (let weights = entry + HEAD; weights < end; weights += 16) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(at), v128.load(weights)));
    at += 16;
  }
  sum = i32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/**
 * Resamples a plane of bytes by two tap tables. `row` is scratch: twice the source width rounded
 * up to 16, and 64 bytes on top. Source rows are read up to a multiple of 16 bytes.
 */
export function scalePlane(
  target: usize,
  targetStride: usize,
  width: i32,
  height: i32,
  source: usize,
  sourceStride: usize,
  sourceWidth: i32,
  xTaps: usize,
  xEntryBytes: usize,
  yTaps: usize,
  yEntryBytes: usize,
  row: usize,
): void {
  for (let y = 0; y < height; y++) {
    weighRows(row, source, sourceStride, sourceWidth, yTaps + <usize>y * yEntryBytes);
    let entry = xTaps;
    for (let x = 0; x < width; x++) {
      const value = weighColumn(row, entry, entry + xEntryBytes);
      store<u8>(target + <usize>x, <u8>((value + 0x4000) >> 15));
      entry += xEntryBytes;
    }
    target += targetStride;
  }
}

/** As `scalePlane`, into packed 32-bit floats: code values divided by 256. */
export function shrinkPlane(
  target: usize,
  width: i32,
  height: i32,
  source: usize,
  sourceStride: usize,
  sourceWidth: i32,
  xTaps: usize,
  xEntryBytes: usize,
  yTaps: usize,
  yEntryBytes: usize,
  row: usize,
): void {
  const unit: f32 = 1.0 / 8388608.0;
  for (let y = 0; y < height; y++) {
    weighRows(row, source, sourceStride, sourceWidth, yTaps + <usize>y * yEntryBytes);
    let entry = xTaps;
    for (let x = 0; x < width; x++) {
      store<f32>(target, <f32>weighColumn(row, entry, entry + xEntryBytes) * unit);
      entry += xEntryBytes;
      target += 4;
    }
  }
}
