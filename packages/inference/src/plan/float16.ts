const COUNT = 65_536;
let table: Float32Array | undefined;

/** IEEE 754 binary16 to a number. */
function fromBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * Widens half-precision floats.
 * @param bytes - Little endian, any alignment, an even count.
 */
export function decodeFloat16(bytes: Uint8Array): Float32Array {
  table ??= Float32Array.from({ length: COUNT }, (_, bits) => fromBits(bits));
  const result = new Float32Array(bytes.length / 2);
  for (let i = 0; i < result.length; i++) {
    const bits = (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8);
    result[i] = table[bits] ?? 0;
  }
  return result;
}
