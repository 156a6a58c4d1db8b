/**
 * Steadies a mask in time, in place of the one before. Small changes are taken on in part, large
 * ones at once, so that flicker goes and fast limbs do not lag. `gentle` is the part taken of the
 * smallest change; a change of `bold` and more is taken whole.
 * @returns how many values were no probability (NaN, or outside 0..1); those count as background.
 */
export function steadyMask(steady: usize, mask: usize, count: i32, gentle: f32, bold: f32): i32 {
  const one = f32x4.splat(1);
  const slope = f32x4.splat((1 - gentle) / bold);
  const least = f32x4.splat(gentle);
  let wrong = i32x4.splat(0);
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const raw = v128.load(mask + at);
    const right = v128.and(f32x4.ge(raw, f32x4.splat(-0.001)), f32x4.le(raw, f32x4.splat(1.001)));
    wrong = i32x4.sub(wrong, v128.not(right));
    const value = v128.and(raw, right);
    const before = v128.load(steady + at);
    const change = f32x4.sub(value, before);
    const part = f32x4.min(f32x4.add(least, f32x4.mul(f32x4.abs(change), slope)), one);
    v128.store(steady + at, f32x4.add(before, f32x4.mul(change, part)));
  }
  wrong = i32x4.add(wrong, v128.shuffle<i32>(wrong, wrong, 2, 3, 0, 1));
  return i32x4.extract_lane(wrong, 0) + i32x4.extract_lane(wrong, 1);
}

/** Takes a mask as it is: the start of a sequence, with the same check. */
export function takeMask(steady: usize, mask: usize, count: i32): i32 {
  return steadyMask(steady, mask, count, 1, 1);
}
