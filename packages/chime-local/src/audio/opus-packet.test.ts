import { describe, expect, it } from 'vitest';
import { SILENCE, isTwentyMs } from './opus-packet';

describe('isTwentyMs', () => {
  it.each([
    ['silence', SILENCE],
    ['SILK of one frame', [0x08]],
    ['SILK of two frames of 10 ms', [0x01]],
    ['hybrid of 20 ms', [0x78]],
    ['CELT of eight frames of 2.5 ms', [0xe3, 0x08]],
  ])('is so for %s', (_, bytes) => {
    expect(isTwentyMs(Buffer.from(bytes))).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['CELT of 10 ms', [0xf0]],
    ['SILK of 60 ms', [0x18]],
    ['two frames of 20 ms', [0xf9]],
    ['no frames', [0xfb, 0x00]],
    ['a count that is missing', [0xfb]],
    ['more than a packet of the network holds', Array.from({ length: 1401 }, () => 0xf8)],
  ])('is not so for %s', (_, bytes) => {
    expect(isTwentyMs(Buffer.from(bytes))).toBe(false);
  });
});
