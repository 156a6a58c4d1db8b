/** One channel of four pixels, clamped to 0..1; `row` points to four factors: y, u, v and one. */
function channel(y: v128, u: v128, v: v128, row: usize): v128 {
  let sum = f32x4.add(f32x4.mul(y, v128.load32_splat(row)), v128.load32_splat(row, 12));
  sum = f32x4.add(sum, f32x4.mul(u, v128.load32_splat(row, 4)));
  sum = f32x4.add(sum, f32x4.mul(v, v128.load32_splat(row, 8)));
  return f32x4.pmin(f32x4.pmax(sum, f32x4.splat(0)), f32x4.splat(1));
}

/**
 * Float planes of one size → the tensor `[height, width, 3]`, RGB 0..1.
 * `matrix` points to 3×4 floats; `count`, the number of pixels, is a multiple of 4.
 */
export function planesToTensor(
  target: usize,
  y: usize,
  u: usize,
  v: usize,
  count: i32,
  matrix: usize,
): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const luma = v128.load(y + at);
    const blue = v128.load(u + at);
    const red = v128.load(v + at);
    storeRgb(
      target,
      channel(luma, blue, red, matrix),
      channel(luma, blue, red, matrix + 16),
      channel(luma, blue, red, matrix + 32),
    );
    target += 48;
  }
}

function storeRgb(target: usize, r: v128, g: v128, b: v128): void {
  const rg = v128.shuffle<i32>(r, g, 0, 4, 1, 5);
  const gb = v128.shuffle<i32>(g, b, 1, 5, 2, 6);
  const br = v128.shuffle<i32>(b, r, 2, 7, 3, 0);
  v128.store(target, v128.shuffle<i32>(rg, b, 0, 1, 4, 2));
  v128.store(target, v128.shuffle<i32>(gb, r, 0, 1, 6, 2), 16);
  v128.store(target, v128.shuffle<i32>(br, g, 0, 1, 7, 2), 32);
}
