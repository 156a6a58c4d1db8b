import { describe, expect, it } from 'vitest';
import { inputSizeOf, maskSizeOf } from './input-size';

const HD = { width: 1280, height: 720 };

describe('the size of what a model sees', () => {
  it.each([
    [
      { scale: 0.5, step: 16, plus: 1 },
      { width: 641, height: 353 },
    ],
    [
      { scale: 0.25, step: 16, plus: 1 },
      { width: 321, height: 177 },
    ],
    [
      { scale: 1, step: 32, plus: 1 },
      { width: 1281, height: 705 },
    ],
    [
      { scale: 0.5, step: 32, plus: 0 },
      { width: 640, height: 352 },
    ],
    [
      { scale: 0.01, step: 16, plus: 1 },
      { width: 17, height: 17 },
    ],
  ] as const)('has for %j as many steps as the part', (sizing, size) => {
    expect(inputSizeOf(HD, sizing)).toEqual(size);
  });
});

describe('the size of a mask', () => {
  it.each([
    [HD, { width: 256, height: 144 }],
    [
      { width: 640, height: 480 },
      { width: 256, height: 192 },
    ],
    [
      { width: 480, height: 640 },
      { width: 192, height: 256 },
    ],
    [
      { width: 161, height: 91 },
      { width: 256, height: 144 },
    ],
    [
      { width: 4000, height: 10 },
      { width: 256, height: 4 },
    ],
  ])('of frames of %j is in their shape, in steps of four', (frame, size) => {
    expect(maskSizeOf(frame)).toEqual(size);
  });
});
