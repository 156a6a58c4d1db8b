// (module (func (result v128) i32.const 0 i8x16.splat ×3, f32x4.relaxed_madd))
const PROBE = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 19, 1, 17, 0, 65, 0, 253, 15,
  65, 0, 253, 15, 65, 0, 253, 15, 253, 133, 2, 11,
]);

/** Whether this JavaScript engine takes relaxed SIMD (`f32x4.relaxed_madd`), by validation. */
export function supportsRelaxedSimd(): boolean {
  return WebAssembly.validate(PROBE);
}
