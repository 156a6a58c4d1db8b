/** Words of the call record, in order; see `ImageKernels.guidedCoefficients`. */
@unmanaged
export class GuidedCall {
  pairs: usize;
  maskWidth: i32;
  maskHeight: i32;
  fitting: usize;
  stride: usize;
  height: i32;
  table: usize;
  low: i32;
  span: i32;
  rows: usize;
}

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

/** From one row of sums over columns to the next. */
function stepOf(call: GuidedCall): usize {
  return rowFloats(call.maskWidth) << 2;
}

function sumsOf(call: GuidedCall): usize {
  return call.fitting + (MARGIN << 2);
}

function sharesOf(call: GuidedCall): usize {
  return sumsOf(call) + 4 * stepOf(call);
}

function rowBytes(call: GuidedCall): usize {
  return (<usize>call.maskWidth) << 2;
}

function slopesOf(call: GuidedCall): usize {
  return call.fitting + 5 * stepOf(call);
}

function offsetsOf(call: GuidedCall): usize {
  return slopesOf(call) + rowBytes(call) * <usize>call.maskHeight;
}

/** Adds a row of two planes to the sums over columns; with `products`, also those of the pairs. */
function addRow(call: GuidedCall, first: usize, second: usize, products: bool, by: f32): void {
  const step = stepOf(call);
  const sums = sumsOf(call);
  const end = rowBytes(call);
  const sign = f32x4.splat(by);
  for (let at: usize = 0; at < end; at += 16) {
    const i = v128.load(first + at);
    const p = v128.load(second + at);
    addTo(sums + at, i, sign);
    addTo(sums + step + at, p, sign);
    if (!products) continue;
    addTo(sums + 2 * step + at, f32x4.mul(i, i), sign);
    addTo(sums + 3 * step + at, f32x4.mul(i, p), sign);
  }
}

/** For each window of a row the line that maps guide to mask best: mask ≈ a·guide + b. */
function fitRow(
  call: GuidedCall,
  slopes: usize,
  offsets: usize,
  radius: i32,
  rowShare: f32,
  epsilon: f32,
): void {
  const sums = sumsOf(call);
  const step = stepOf(call);
  const shares = sharesOf(call);
  const end = rowBytes(call);
  const limit = f32x4.splat(STEEPEST);
  for (let at: usize = 0; at < end; at += 16) {
    const part = f32x4.mul(v128.load(shares + at), f32x4.splat(rowShare));
    const i = f32x4.mul(windowSum(sums + at, radius), part);
    const p = f32x4.mul(windowSum(sums + step + at, radius), part);
    const ii = f32x4.mul(windowSum(sums + 2 * step + at, radius), part);
    const ip = f32x4.mul(windowSum(sums + 3 * step + at, radius), part);
    const variance = f32x4.pmax(f32x4.sub(ii, f32x4.mul(i, i)), f32x4.splat(0));
    const slope = f32x4.div(
      f32x4.sub(ip, f32x4.mul(i, p)),
      f32x4.add(variance, f32x4.splat(epsilon)),
    );
    const a = f32x4.pmax(f32x4.pmin(slope, limit), f32x4.neg(limit));
    v128.store(slopes + at, a);
    v128.store(offsets + at, f32x4.sub(p, f32x4.mul(a, i)));
  }
}

/** Means of slope and offset over each window, as pairs of 16-bit values; the last one twice. */
function meanRow(call: GuidedCall, pairs: usize, radius: i32, rowShare: f32): void {
  const sums = sumsOf(call);
  const step = stepOf(call);
  const shares = sharesOf(call);
  const end = rowBytes(call);
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
 * Lets the row that enters the window of row `y` into the sums over two planes' columns, and the
 * row that leaves it out.
 */
function slide(
  call: GuidedCall,
  first: usize,
  second: usize,
  y: i32,
  radius: i32,
  products: bool,
): void {
  const bytes = rowBytes(call);
  const enters = <usize>(y + radius) * bytes;
  const leaves = <usize>(y - radius - 1) * bytes;
  const isInside = y + radius < call.maskHeight;
  if (isInside) addRow(call, first + enters, second + enters, products, 1);
  if (y > radius) addRow(call, first + leaves, second + leaves, products, -1);
}

/**
 * The coefficients of the fast guided filter (He and Sun 2015, arXiv:1505.00996) at mask size.
 * `guide` and `mask` are packed floats, their width is a multiple of 4, `radius` is 1..8. The
 * call's `pairs` takes rows of width + 1 pairs of 16-bit values: slope and offset in units of 2^-11.
 */
export function guidedCoefficients(
  guide: usize,
  mask: usize,
  radius: i32,
  epsilon: f32,
  call: GuidedCall,
): void {
  const width = call.maskWidth;
  const height = call.maskHeight;
  const bytes = rowBytes(call);
  const slopes = slopesOf(call);
  const offsets = offsetsOf(call);
  const shares = sharesOf(call);
  for (let x = 0; x < width; x++) store<f32>(shares + ((<usize>x) << 2), share(x, width, radius));

  memory.fill(call.fitting, 0, stepOf(call) << 2);
  for (let y = -radius; y < height; y++) {
    slide(call, guide, mask, y, radius, true);
    if (y < 0) continue;
    const at = <usize>y * bytes;
    fitRow(call, slopes + at, offsets + at, radius, share(y, height, radius), epsilon);
  }

  memory.fill(call.fitting, 0, stepOf(call) << 2);
  for (let y = -radius; y < height; y++) {
    slide(call, slopes, offsets, y, radius, false);
    if (y < 0) continue;
    const pairs = call.pairs + <usize>y * (bytes + 4);
    meanRow(call, pairs, radius, share(y, height, radius));
  }
}
