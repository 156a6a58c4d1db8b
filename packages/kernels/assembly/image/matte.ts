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

function between(upper: usize, lower: usize, weight: v128): v128 {
  const first = v128.load(upper);
  return i16x8.add(first, i16x8.q15mulr_sat_s(i16x8.sub(v128.load(lower), first), weight));
}

/** Eight values of the matte, 0..255: slope·luma + offset, stretched from `low`..`low + span`. */
function matte8(
  luma: v128,
  upper: usize,
  lower: usize,
  offsets: usize,
  weight: v128,
  low: v128,
  span: v128,
  gain: v128,
): v128 {
  const slope = between(upper, lower, weight);
  const offset = between(upper + offsets, lower + offsets, weight);
  const value = i16x8.add_sat_s(i16x8.q15mulr_sat_s(slope, i16x8.shl(luma, 7)), offset);
  const above = i16x8.max_s(i16x8.sub_sat_s(value, low), i16x8.splat(0));
  return i16x8.q15mulr_sat_s(i16x8.shl(i16x8.min_s(above, span), 4), gain);
}

/** Bytes of scratch that `matteFromPairs` needs: two rows each of slopes and offsets. */
export function matteScratchBytes(stride: usize): usize {
  return stride << 3;
}

/**
 * The guided filter's full-size half: matte = slope·luma + offset, with slope and offset
 * interpolated from `pairs`, then the contrast curve: 0 up to `low`, 255 from `low + span` on (in
 * units of 2^-11; `span` is below 2048). `stride` is a multiple of 32, the table has that many
 * entries, the matte has the stride of the luma.
 */
export function matteFromPairs(
  matte: usize,
  luma: usize,
  stride: usize,
  height: i32,
  pairs: usize,
  maskWidth: i32,
  maskHeight: i32,
  startY: f32,
  stepY: f32,
  table: usize,
  low: i32,
  span: i32,
  scratch: usize,
): void {
  const offsets = stride << 1;
  const slot = stride << 2;
  const pairStride = (<usize>maskWidth + 1) << 2;
  const lows = i16x8.splat(<i16>low);
  const spans = i16x8.splat(<i16>span);
  const gainOfSpan: i32 = (255 * 2048 + (span >> 1)) / span;
  const gain = i16x8.splat(<i16>gainOfSpan);
  let ready = -1;
  for (let y = 0; y < height; y++) {
    const exact = startY + (<f32>y + 0.5) * stepY - 0.5;
    const at = min<f32>(max<f32>(exact, 0), <f32>(maskHeight - 1));
    const top = <i32>floor<f32>(at);
    const bottom = min<i32>(top + 1, maskHeight - 1);
    // Rows of pairs only go down, so each is widened once, into the place of the one before last.
    for (ready = max<i32>(ready, top - 1); ready < bottom; ready++) {
      const place = scratch + <usize>((ready + 1) & 1) * slot;
      const row = pairs + <usize>(ready + 1) * pairStride;
      widenPairs(place, place + offsets, row, table, offsets);
    }
    const upper = scratch + <usize>(top & 1) * slot;
    const lower = scratch + <usize>(bottom & 1) * slot;
    const weight = i16x8.splat(<i16>min<i32>(<i32>((at - floor<f32>(at)) * 32768), 32767));
    for (let x: usize = 0; x < stride; x += 16) {
      const values = v128.load(luma + x);
      const a = i16x8.extend_low_i8x16_u(values);
      const b = i16x8.extend_high_i8x16_u(values);
      const u = upper + (x << 1);
      const l = lower + (x << 1);
      const left = matte8(a, u, l, offsets, weight, lows, spans, gain);
      const right = matte8(b, u + 16, l + 16, offsets, weight, lows, spans, gain);
      v128.store(matte + x, i8x16.narrow_i16x8_u(left, right));
    }
    luma += stride;
    matte += stride;
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
