import { expect, it } from 'vitest';
import { decodeFloat16 } from './float16';

it('widens half-precision floats exactly, subnormal and special ones too', () => {
  const bits = [0x0000, 0x8000, 0x3c00, 0xc000, 0x7bff, 0x0001, 0x03ff, 0x0400, 0x7c00, 0xfc00];
  const wanted = [0, -0, 1, -2, 65504, 2 ** -24, 1023 * 2 ** -24, 2 ** -14, Infinity, -Infinity];
  const bytes = bits.flatMap((value) => [value & 0xff, value >> 8]);
  expect([...decodeFloat16(Uint8Array.from(bytes))]).toEqual(wanted);
  expect(decodeFloat16(Uint8Array.of(0x01, 0x7c))[0]).toBeNaN();
});
