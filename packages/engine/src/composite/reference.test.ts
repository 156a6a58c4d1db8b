import { describe, expect, it } from 'vitest';
import { composeReference } from './reference';

const pixels = (...values: number[]) => ({
  width: values.length / 4,
  height: 1,
  data: Uint8ClampedArray.from(values),
});

describe('the article’s loop', () => {
  it('takes the background’s pixel where the mask is background, else the camera’s', () => {
    const camera = pixels(255, 255, 255, 255, 1, 2, 3, 255);
    const background = pixels(9, 9, 9, 255, 7, 8, 9, 255);
    const { data } = composeReference(camera, background, [1, 0]);
    expect([...data]).toEqual([255, 255, 255, 255, 7, 8, 9, 255]);
  });

  it('refuses pictures of different sizes', () => {
    const one = pixels(1, 1, 1, 1);
    const two = pixels(1, 1, 1, 1, 2, 2, 2, 2);
    expect(() => composeReference(one, two, [1])).toThrow(RangeError);
    expect(() => composeReference(one, one, [1, 1])).toThrow(RangeError);
  });
});
