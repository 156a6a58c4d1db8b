/** Floats of zeros on both sides of a row of sums; the largest radius. */
const MARGIN: usize = 8;

/** `a` and `b` are kept in units of 2^-11; a slope within ±6.5 keeps both within 16 bits. */
const UNIT: f32 = 2048;
const STEEPEST: f32 = 6.5;

function rowFloats(width: i32): usize {
  return <usize>width + 2 * MARGIN;
}

/** Bytes of scratch that `guidedCoefficients` needs: four rows of sums, one of shares, two planes. */
export function guidedScratchBytes(width: i32, height: i32): usize {
  return (rowFloats(width) * 5 + 2 * <usize>width * <usize>height) << 2;
}

/** Share of one value in a window of 2·radius + 1 that is cut off at the borders. */
function share(at: i32, size: i32, radius: i32): f32 {
  return 1 / <f32>(min<i32>(at + radius, size - 1) - max<i32>(at - radius, 0) + 1);
}

function windowSum(row: usize, radius: i32): v128 {
  let at = row - ((<usize>radius) << 2);
  let sum = v128.load(at);
  for (let k = 0; k < radius; k++) {
    sum = f32x4.add(sum, f32x4.add(v128.load(at, 4), v128.load(at, 8)));
    at += 8;
  }
  return sum;
}

function addTo(row: usize, value: v128, sign: v128): void {
  v128.store(row, f32x4.add(v128.load(row), f32x4.mul(value, sign)));
}

/** Adds a row of guide and mask, and of their products, to the sums over columns. */
function addProducts(
  sums: usize,
  step: usize,
  guide: usize,
  mask: usize,
  end: usize,
  by: f32,
): void {
  const sign = f32x4.splat(by);
  for (let at: usize = 0; at < end; at += 16) {
    const i = v128.load(guide + at);
    const p = v128.load(mask + at);
    addTo(sums + at, i, sign);
    addTo(sums + step + at, p, sign);
    addTo(sums + 2 * step + at, f32x4.mul(i, i), sign);
    addTo(sums + 3 * step + at, f32x4.mul(i, p), sign);
  }
}

/** Adds a row of slopes and one of offsets to the sums over columns. */
function addLines(
  sums: usize,
  step: usize,
  slopes: usize,
  offsets: usize,
  end: usize,
  by: f32,
): void {
  const sign = f32x4.splat(by);
  for (let at: usize = 0; at < end; at += 16) {
    addTo(sums + at, v128.load(slopes + at), sign);
    addTo(sums + step + at, v128.load(offsets + at), sign);
  }
}

/** For each window of the row the line that maps guide to mask best: mask ≈ a·guide + b. */
function fitRow(
  slopes: usize,
  offsets: usize,
  sums: usize,
  step: usize,
  shares: usize,
  end: usize,
  radius: i32,
  rowShare: f32,
  epsilon: f32,
): void {
  const limit = f32x4.splat(STEEPEST);
  for (let at: usize = 0; at < end; at += 16) {
    const part = f32x4.mul(v128.load(shares + at), f32x4.splat(rowShare));
    const i = f32x4.mul(windowSum(sums + at, radius), part);
    const p = f32x4.mul(windowSum(sums + step + at, radius), part);
    const ii = f32x4.mul(windowSum(sums + 2 * step + at, radius), part);
    const ip = f32x4.mul(windowSum(sums + 3 * step + at, radius), part);
    const variance = f32x4.max(f32x4.sub(ii, f32x4.mul(i, i)), f32x4.splat(0));
    const slope = f32x4.div(
      f32x4.sub(ip, f32x4.mul(i, p)),
      f32x4.add(variance, f32x4.splat(epsilon)),
    );
    const a = f32x4.max(f32x4.min(slope, limit), f32x4.neg(limit));
    v128.store(slopes + at, a);
    v128.store(offsets + at, f32x4.sub(p, f32x4.mul(a, i)));
  }
}

/** Means of slope and offset over each window, as pairs of 16-bit values; the last one twice. */
function meanRow(
  pairs: usize,
  sums: usize,
  step: usize,
  shares: usize,
  end: usize,
  radius: i32,
  rowShare: f32,
): void {
  const unit = f32x4.splat(rowShare * UNIT);
  for (let at: usize = 0; at < end; at += 16) {
    const part = f32x4.mul(v128.load(shares + at), unit);
    const a = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(windowSum(sums + at, radius), part)));
    const b = i32x4.trunc_sat_f32x4_s(
      f32x4.nearest(f32x4.mul(windowSum(sums + step + at, radius), part)),
    );
    const both = i16x8.narrow_i32x4_s(a, b);
    v128.store(pairs + at, v128.shuffle<i16>(both, both, 0, 4, 1, 5, 2, 6, 3, 7));
  }
  store<i32>(pairs + end, load<i32>(pairs + end - 4));
}

/**
 * The coefficients of the fast guided filter (He and Sun 2015, arXiv:1505.00996) at mask size.
 * `guide` and `mask` are packed floats, `width` is a multiple of 4, `radius` 1..8. `pairs` takes
 * rows of width + 1 pairs of 16-bit values: slope and offset in units of 2^-11.
 */
export function guidedCoefficients(
  pairs: usize,
  guide: usize,
  mask: usize,
  width: i32,
  height: i32,
  radius: i32,
  epsilon: f32,
  scratch: usize,
): void {
  const step = rowFloats(width) << 2;
  const sums = scratch + (MARGIN << 2);
  const shares = sums + 4 * step;
  const slopes = scratch + 5 * step;
  const bytes = (<usize>width) << 2;
  const offsets = slopes + bytes * <usize>height;
  for (let x = 0; x < width; x++) store<f32>(shares + ((<usize>x) << 2), share(x, width, radius));

  memory.fill(scratch, 0, 4 * step);
  for (let y = -radius; y < height; y++) {
    const enters = y + radius;
    const leaves = <usize>(y - radius - 1) * bytes;
    const row = <usize>enters * bytes;
    if (enters < height) addProducts(sums, step, guide + row, mask + row, bytes, 1);
    if (y > radius) addProducts(sums, step, guide + leaves, mask + leaves, bytes, -1);
    if (y < 0) continue;
    const at = <usize>y * bytes;
    const rowShare = share(y, height, radius);
    fitRow(slopes + at, offsets + at, sums, step, shares, bytes, radius, rowShare, epsilon);
  }

  memory.fill(scratch, 0, 4 * step);
  for (let y = -radius; y < height; y++) {
    const enters = y + radius;
    const leaves = <usize>(y - radius - 1) * bytes;
    const row = <usize>enters * bytes;
    if (enters < height) addLines(sums, step, slopes + row, offsets + row, bytes, 1);
    if (y > radius) addLines(sums, step, slopes + leaves, offsets + leaves, bytes, -1);
    if (y < 0) continue;
    const rowShare = share(y, height, radius);
    meanRow(pairs + <usize>y * (bytes + 4), sums, step, shares, bytes, radius, rowShare);
  }
}
