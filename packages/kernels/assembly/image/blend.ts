/** Rounded division of 16-bit values up to 255² by 255. */
function over255(value: v128): v128 {
  const biased = i16x8.add(value, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(biased, i16x8.shr_u(biased, 8)), 8);
}

/**
 * Lays a plane over another by a matte, in place: foreground·matte + background·(1 − matte).
 * All three have one stride; `bytes`, a multiple of 16, is rows times stride.
 */
export function blendPlane(foreground: usize, background: usize, matte: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const alpha = v128.load(matte + at);
    const rest = v128.not(alpha);
    // Most of a frame is all person or all background.
    if (!v128.any_true(rest)) continue;
    const behind = v128.load(background + at);
    if (!v128.any_true(alpha)) {
      v128.store(foreground + at, behind);
      continue;
    }
    const front = v128.load(foreground + at);
    const low = i16x8.add(
      i16x8.extmul_low_i8x16_u(front, alpha),
      i16x8.extmul_low_i8x16_u(behind, rest),
    );
    const high = i16x8.add(
      i16x8.extmul_high_i8x16_u(front, alpha),
      i16x8.extmul_high_i8x16_u(behind, rest),
    );
    v128.store(foreground + at, i8x16.narrow_i16x8_u(over255(low), over255(high)));
  }
}
