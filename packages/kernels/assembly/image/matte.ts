import { GuidedCall } from './guided';

/** Bytes of an entry of a table of linear taps: an index, one word unused, two pairs of weights. */
const ENTRY: usize = 16;

/** For each of `count` outputs the two inputs it lies between, and their weights (2^-14). */
export function linearTaps(table: usize, count: i32, start: f32, step: f32, size: i32): void {
  for (let i = 0; i < count; i++) {
    const exact = start + (<f32>i + 0.5) * step - 0.5;
    const at = min<f32>(max<f32>(exact, 0), <f32>(size - 1));
    const second = <i32>nearest<f32>((at - floor<f32>(at)) * 16384);
    const weights = (second << 16) | (16384 - second);
    store<i32>(table, (<i32>floor<f32>(at)) << 2);
    store<i32>(table, weights, 8);
    store<i32>(table, weights, 12);
    table += ENTRY;
  }
}

/** Two outputs: slope and offset of the first, slope and offset of the second. */
function widen2(pairs: usize, table: usize): v128 {
  const first = v128.load64_splat(pairs + <usize>load<i32>(table));
  const both = v128.load64_lane(pairs + <usize>load<i32>(table, ENTRY), first, 1);
  const weights = v128.load64_lane(table, v128.load64_splat(table, 8), 1, ENTRY + 8);
  const sorted = v128.shuffle<i16>(both, both, 0, 2, 1, 3, 4, 6, 5, 7);
  return i32x4.shr_s(i32x4.dot_i16x8_s(sorted, weights), 14);
}

/** One row of pairs, brought to the width of the frame: a row of slopes and one of offsets. */
function widenPairs(slopes: usize, offsets: usize, pairs: usize, table: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    const a = i16x8.narrow_i32x4_s(widen2(pairs, table), widen2(pairs, table + 2 * ENTRY));
    const b = i16x8.narrow_i32x4_s(
      widen2(pairs, table + 4 * ENTRY),
      widen2(pairs, table + 6 * ENTRY),
    );
    v128.store(slopes + at, v128.shuffle<i16>(a, b, 0, 2, 4, 6, 8, 10, 12, 14));
    v128.store(offsets + at, v128.shuffle<i16>(a, b, 1, 3, 5, 7, 9, 11, 13, 15));
    table += 8 * ENTRY;
  }
}

/**
 * a·b / 2^15, rounded. The relaxed one is a single instruction. Builds agree to the bit, since only
 * −1·−1 is not defined there, and `b` is never negative: a weight, a luma, or the gain of a span of
 * 16 or more.
 */
function scale(a: v128, b: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i16x8.relaxed_q15mulr_s(a, b);
  return i16x8.q15mulr_sat_s(a, b);
}

function between(upper: usize, lower: usize, weight: v128): v128 {
  const first = v128.load(upper);
  return i16x8.add(first, scale(i16x8.sub(v128.load(lower), first), weight));
}

/** Eight values of the matte, 0..255: slope·luma + offset, stretched from `low`..`low + span`. */
function matte8(luma: v128, slope: v128, offset: v128, low: v128, span: v128, gain: v128): v128 {
  const value = i16x8.add_sat_s(scale(slope, i16x8.shl(luma, 7)), offset);
  const above = i16x8.max_s(i16x8.sub_sat_s(value, low), i16x8.splat(0));
  return scale(i16x8.shl(i16x8.min_s(above, span), 4), gain);
}

/** Bytes of scratch that `matteFromPairs` needs: two rows each of slopes and offsets. */
export function matteScratchBytes(stride: usize): usize {
  return stride << 3;
}

/** One row of the matte, between two rows of slopes and offsets; `part` is that of the lower. */
function matteRow(
  call: GuidedCall,
  matte: usize,
  luma: usize,
  upper: usize,
  lower: usize,
  part: f32,
): void {
  const stride = call.stride;
  const offsets = stride << 1;
  const weight = i16x8.splat(<i16>min<i32>(<i32>(part * 32768), 32767));
  const low = i16x8.splat(<i16>call.low);
  const span = i16x8.splat(<i16>call.span);
  const gainOfSpan: i32 = (255 * 2048 + (call.span >> 1)) / call.span;
  const gain = i16x8.splat(<i16>gainOfSpan);
  for (let x: usize = 0; x < stride; x += 16) {
    const values = v128.load(luma + x);
    const slopes = between(upper, lower, weight);
    const shifts = between(upper + offsets, lower + offsets, weight);
    const left = matte8(i16x8.extend_low_i8x16_u(values), slopes, shifts, low, span, gain);
    const moreSlopes = between(upper + 16, lower + 16, weight);
    const moreShifts = between(upper + offsets + 16, lower + offsets + 16, weight);
    const right = matte8(
      i16x8.extend_high_i8x16_u(values),
      moreSlopes,
      moreShifts,
      low,
      span,
      gain,
    );
    v128.store(matte + x, i8x16.narrow_i16x8_u(left, right));
    upper += 32;
    lower += 32;
  }
}

/**
 * The guided filter's full-size half: matte = slope·luma + offset, with slope and offset
 * interpolated from `pairs`, then the contrast curve: 0 up to `low`, 255 from `low + span` on (in
 * units of 2^-11; `span` is 16..2047). `stride` is a multiple of 32, the table has that many
 * entries, the matte has the stride of the luma.
 */
export function matteFromPairs(matte: usize, luma: usize, call: GuidedCall): void {
  const offsets = call.stride << 1;
  const slot = call.stride << 2;
  const pairStride = (<usize>call.maskWidth + 1) << 2;
  const last = call.maskHeight - 1;
  const step = <f32>call.maskHeight / <f32>call.height;
  let ready = -1;
  for (let y = 0; y < call.height; y++) {
    const exact = (<f32>y + 0.5) * step - 0.5;
    const at = min<f32>(max<f32>(exact, 0), <f32>last);
    const top = <i32>floor<f32>(at);
    const bottom = min<i32>(top + 1, last);
    // Rows of pairs only go down, so each is widened once, into the place of the one before last.
    for (ready = max<i32>(ready, top - 1); ready < bottom; ready++) {
      const place = call.rows + <usize>((ready + 1) & 1) * slot;
      const row = call.pairs + <usize>(ready + 1) * pairStride;
      widenPairs(place, place + offsets, row, call.table, offsets);
    }
    const upper = call.rows + <usize>(top & 1) * slot;
    const lower = call.rows + <usize>(bottom & 1) * slot;
    matteRow(call, matte, luma, upper, lower, at - floor<f32>(at));
    luma += call.stride;
    matte += call.stride;
  }
}

/**
 * The matte at half size, for chroma: means of 2×2, the border repeated. Columns beyond the width
 * become 255, "all person", in both, so that sums over the background leave them out.
 */
export function halveMatte(
  half: usize,
  matte: usize,
  stride: usize,
  width: i32,
  height: i32,
): void {
  const two = i16x8.splat(2);
  if (width & 1) repeatLastColumn(matte + <usize>width, stride, height);
  for (let row = 0; row < height; row += 2) {
    const top = matte + <usize>row * stride;
    const bottom = row + 1 < height ? top + stride : top;
    const target = half + <usize>(row >> 1) * (stride >> 1);
    for (let x: usize = 0; x < stride; x += 32) {
      const a = i16x8.add(
        i16x8.extadd_pairwise_i8x16_u(v128.load(top + x)),
        i16x8.extadd_pairwise_i8x16_u(v128.load(bottom + x)),
      );
      const b = i16x8.add(
        i16x8.extadd_pairwise_i8x16_u(v128.load(top + x, 16)),
        i16x8.extadd_pairwise_i8x16_u(v128.load(bottom + x, 16)),
      );
      v128.store(
        target + (x >> 1),
        i8x16.narrow_i16x8_u(i16x8.shr_u(i16x8.add(a, two), 2), i16x8.shr_u(i16x8.add(b, two), 2)),
      );
    }
  }
  fillRight(matte, stride, width, height);
  fillRight(half, stride >> 1, (width + 1) >> 1, (height + 1) >> 1);
}

function repeatLastColumn(end: usize, stride: usize, height: i32): void {
  for (let row = 0; row < height; row++) {
    store<u8>(end, load<u8>(end - 1));
    end += stride;
  }
}

function fillRight(plane: usize, stride: usize, width: i32, height: i32): void {
  if (stride == <usize>width) return;
  for (let row = 0; row < height; row++) {
    memory.fill(plane + <usize>width, 255, stride - <usize>width);
    plane += stride;
  }
}
