/**
 * How far pixels count as background, 0..255. A pixel that is a quarter person counts no more: the
 * person's colour in the matte's soft edge would be a halo.
 */
function behind(matte: v128): v128 {
  const twice = i8x16.add_sat_u(matte, matte);
  return v128.not(i8x16.add_sat_u(twice, twice));
}

/**
 * Shrinks a plane to a quarter with the person left out: for each 4×4 block the sum of
 * value·weight, and the sum of the weights, 255 − 4·matte, as floats. Rows of floats are
 * stride / 4 long.
 */
export function shrinkBehind(
  sums: usize,
  weights: usize,
  plane: usize,
  matte: usize,
  stride: usize,
  height: i32,
): void {
  for (let top = 0; top < height; top += 4) {
    const rows = min<i32>(4, height - top);
    for (let x: usize = 0; x < stride; x += 16) {
      let low = i32x4.splat(0);
      let high = i32x4.splat(0);
      let weight = i16x8.splat(0);
      let at = <usize>top * stride + x;
      for (let row = 0; row < rows; row++) {
        const value = v128.load(plane + at);
        const rest = behind(v128.load(matte + at));
        const a = i16x8.extmul_low_i8x16_u(value, rest);
        const b = i16x8.extmul_high_i8x16_u(value, rest);
        low = i32x4.add(low, i32x4.extadd_pairwise_i16x8_u(a));
        high = i32x4.add(high, i32x4.extadd_pairwise_i16x8_u(b));
        weight = i16x8.add(weight, i16x8.extadd_pairwise_i8x16_u(rest));
        at += stride;
      }
      const sum = i32x4.add(
        v128.shuffle<i32>(low, high, 0, 2, 4, 6),
        v128.shuffle<i32>(low, high, 1, 3, 5, 7),
      );
      v128.store(sums + x, f32x4.convert_i32x4_s(sum));
      v128.store(weights + x, f32x4.convert_i32x4_s(i32x4.extadd_pairwise_i16x8_u(weight)));
    }
    sums += stride;
    weights += stride;
  }
}

/** Sum of `count` floats, a multiple of 4. */
export function sumFloats(values: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    sum = f32x4.add(sum, v128.load(values + at));
  }
  sum = f32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1);
}

/**
 * Sums of each column over 2·radius + 1 rows, with zeros beyond the borders. Sums, not means: they
 * are divided by sums of weights that went the same way. `width` is a multiple of 4.
 */
export function boxColumns(
  target: usize,
  source: usize,
  width: i32,
  height: i32,
  radius: i32,
): void {
  const stride = (<usize>width) << 2;
  const reach = <usize>radius * stride;
  const end = <usize>height * stride;
  let x: usize = 0;
  // A sum waits for the one above it, so that sixteen columns take hardly longer than four.
  for (; x + 64 <= stride; x += 64) sixteenColumns(target + x, source + x, stride, reach, end);
  for (; x < stride; x += 16) fourColumns(target + x, source + x, stride, reach, end);
}

function sixteenColumns(
  target: usize,
  source: usize,
  stride: usize,
  reach: usize,
  end: usize,
): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let at = source; at < source + min<usize>(reach, end); at += stride) {
    a = f32x4.add(a, v128.load(at));
    b = f32x4.add(b, v128.load(at, 16));
    c = f32x4.add(c, v128.load(at, 32));
    d = f32x4.add(d, v128.load(at, 48));
  }
  for (let row: usize = 0; row < end; row += stride) {
    if (row + reach < end) {
      const enters = source + row + reach;
      a = f32x4.add(a, v128.load(enters));
      b = f32x4.add(b, v128.load(enters, 16));
      c = f32x4.add(c, v128.load(enters, 32));
      d = f32x4.add(d, v128.load(enters, 48));
    }
    v128.store(target + row, a);
    v128.store(target + row, b, 16);
    v128.store(target + row, c, 32);
    v128.store(target + row, d, 48);
    if (row >= reach) {
      const leaves = source + row - reach;
      a = f32x4.sub(a, v128.load(leaves));
      b = f32x4.sub(b, v128.load(leaves, 16));
      c = f32x4.sub(c, v128.load(leaves, 32));
      d = f32x4.sub(d, v128.load(leaves, 48));
    }
  }
}

function fourColumns(target: usize, source: usize, stride: usize, reach: usize, end: usize): void {
  let sum = f32x4.splat(0);
  for (let row: usize = 0; row < min<usize>(reach, end); row += stride) {
    sum = f32x4.add(sum, v128.load(source + row));
  }
  for (let row: usize = 0; row < end; row += stride) {
    if (row + reach < end) sum = f32x4.add(sum, v128.load(source + row + reach));
    v128.store(target + row, sum);
    if (row >= reach) sum = f32x4.sub(sum, v128.load(source + row - reach));
  }
}

/** Rows become columns. Both sizes are multiples of 4. */
export function transpose(target: usize, source: usize, width: i32, height: i32): void {
  const stride = (<usize>width) << 2;
  const turned = (<usize>height) << 2;
  for (let y: usize = 0; y < <usize>height; y += 4) {
    for (let x: usize = 0; x < <usize>width; x += 4) {
      const from = source + y * stride + (x << 2);
      const to = target + x * turned + (y << 2);
      const a = v128.load(from);
      const b = v128.load(from + stride);
      const c = v128.load(from + 2 * stride);
      const d = v128.load(from + 3 * stride);
      const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
      v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
      v128.store(to + turned, v128.shuffle<i64>(ab, cd, 1, 3));
      const ef = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
      const gh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
      v128.store(to + 2 * turned, v128.shuffle<i64>(ef, gh, 0, 2));
      v128.store(to + 3 * turned, v128.shuffle<i64>(ef, gh, 1, 3));
    }
  }
}

/**
 * Sums divided by their weights, as bytes. `trust` is added to each weight in the shape of `mean`,
 * so that where no background is near (inside the person) the mean colour stands.
 */
export function normalise(
  target: usize,
  sums: usize,
  weights: usize,
  count: i32,
  mean: f32,
  trust: f32,
): void {
  const floor = f32x4.splat(trust);
  const base = f32x4.splat(trust * mean);
  for (let at: usize = 0; at < <usize>count; at += 4) {
    const sum = f32x4.add(v128.load(sums + (at << 2)), base);
    const weight = f32x4.add(v128.load(weights + (at << 2)), floor);
    const value = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.div(sum, weight)));
    const short = i16x8.narrow_i32x4_s(value, value);
    v128.store32_lane(target + at, i8x16.narrow_i16x8_u(short, short), 0);
  }
}

/** (first·a + second·b + 4) / 8 of bytes, with a + b = 8. */
function mix(first: v128, second: v128, a: v128, b: v128): v128 {
  const four = i16x8.splat(4);
  const low = i16x8.add(i16x8.extmul_low_i8x16_u(first, a), i16x8.extmul_low_i8x16_u(second, b));
  const high = i16x8.add(i16x8.extmul_high_i8x16_u(first, a), i16x8.extmul_high_i8x16_u(second, b));
  return i8x16.narrow_i16x8_u(
    i16x8.shr_u(i16x8.add(low, four), 3),
    i16x8.shr_u(i16x8.add(high, four), 3),
  );
}

/** A row made four times as wide by linear interpolation; `last` is the index of its last value. */
function widenRow(target: usize, source: usize, width: i32, last: i32): void {
  const a = i8x16(3, 1, 7, 5, 3, 1, 7, 5, 3, 1, 7, 5, 3, 1, 7, 5);
  const b = i8x16.sub(i8x16.splat(8), a);
  for (let x = 0; x < width; x += 4) {
    const before = <u32>load<u8>(source + <usize>max<i32>(x - 1, 0));
    const here = load<u32>(source + <usize>x);
    const after = <u32>load<u8>(source + <usize>min<i32>(x + 4, last));
    const values = i32x4(<i32>(before << 24), <i32>here, <i32>after, 0);
    // prettier-ignore
    const first = i8x16.shuffle(values, values, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7);
    // prettier-ignore
    const second = i8x16.shuffle(values, values, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8);
    v128.store(target + ((<usize>x) << 2), mix(first, second, a, b));
  }
}

/**
 * A plane made four times as large by linear interpolation. `wide` is scratch for the small rows
 * made wide: the rows of the small plane, a quarter of `height` rounded up, times `stride`. Small
 * rows are stride / 4 long, `smallWidth` of it used.
 */
export function enlargePlane(
  target: usize,
  stride: usize,
  height: i32,
  small: usize,
  smallWidth: i32,
  wide: usize,
): void {
  const smallHeight = (height + 3) >> 2;
  const smallStride = stride >> 2;
  for (let y: usize = 0; y < <usize>smallHeight; y++) {
    repeatRight(small + y * smallStride, smallWidth, <i32>smallStride);
    widenRow(wide + y * stride, small + y * smallStride, <i32>smallStride, smallWidth - 1);
  }
  for (let y = 0; y < height; y++) {
    const top = ((y + 2) >> 2) - 1;
    const first = wide + <usize>max<i32>(top, 0) * stride;
    const second = wide + <usize>min<i32>(top + 1, smallHeight - 1) * stride;
    const part = <i8>((((y + 2) & 3) << 1) + 1);
    const b = i8x16.splat(part);
    const a = i8x16.splat(8 - part);
    for (let x: usize = 0; x < stride; x += 16) {
      v128.store(target + x, mix(v128.load(first + x), v128.load(second + x), a, b));
    }
    target += stride;
  }
}

function repeatRight(row: usize, width: i32, stride: i32): void {
  const last = load<u8>(row + <usize>(width - 1));
  memory.fill(row + <usize>width, last, <usize>(stride - width));
}
