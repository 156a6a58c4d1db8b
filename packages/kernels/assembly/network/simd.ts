/** `a × b + c`; in the relaxed build one fused instruction where the processor has it. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** One f32 in all four lanes. */
export function splatAt(pointer: usize): v128 {
  return v128.load32_splat(pointer);
}

/** Stores the first `count` lanes, 1..4. */
export function storeLanes(pointer: usize, value: v128, count: i32): void {
  if (count >= 4) return v128.store(pointer, value);
  v128.store32_lane(pointer, value, 0);
  if (count > 1) v128.store32_lane(pointer, value, 1, 4);
  if (count > 2) v128.store32_lane(pointer, value, 2, 8);
}

/** Stores eight values, none of them below the floor. */
export function storeEight(pointer: usize, low: v128, high: v128, floor: v128): void {
  v128.store(pointer, f32x4.pmax(low, floor));
  v128.store(pointer, f32x4.pmax(high, floor), 16);
}
