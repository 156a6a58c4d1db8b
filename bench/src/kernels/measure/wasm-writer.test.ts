import { describe, expect, it } from 'vitest';
import { leb, signedLeb } from './wasm-writer';

describe('numbers as WebAssembly writes them', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [624485, [0xe5, 0x8e, 0x26]],
  ])('writes %i without a sign', (value, bytes) => {
    expect(leb(value)).toEqual(bytes);
  });

  it.each([
    [1, [1]],
    [64, [0xc0, 0]],
    [-1, [0x7f]],
    [-123456, [0xc0, 0xbb, 0x78]],
  ])('writes %i with a sign', (value, bytes) => {
    expect(signedLeb(value)).toEqual(bytes);
  });
});
