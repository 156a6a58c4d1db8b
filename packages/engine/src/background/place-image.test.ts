import { describe, expect, it } from 'vitest';
import { placeImage } from './place-image';

const WIDE = { width: 200, height: 100 };
const BOX = { width: 100, height: 100 };

describe('an image in a box of another shape', () => {
  it('covers the box and loses what sticks out', () => {
    expect(placeImage(WIDE, BOX, 'cover')).toEqual({ x: -50, y: 0, width: 200, height: 100 });
  });

  it('is contained in the box and leaves bars', () => {
    expect(placeImage(WIDE, BOX, 'contain')).toEqual({ x: 0, y: 25, width: 100, height: 50 });
  });

  it('is stretched over the box', () => {
    expect(placeImage(WIDE, BOX, 'stretch')).toEqual({ x: 0, y: 0, width: 100, height: 100 });
  });

  it('is enlarged when it is smaller', () => {
    const small = { width: 10, height: 20 };
    expect(placeImage(small, BOX, 'cover')).toEqual({ x: 0, y: -50, width: 100, height: 200 });
  });
});
