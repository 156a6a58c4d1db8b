import { describe, expect, it } from 'vitest';
import { boundaryF } from './boundary-f';

/** The diagonal is 500, so that contours may be 3.75 pixels apart. */
const SIZE = { width: 400, height: 300 };

/** A person who fills so many columns from the left. */
const upTo = (columns: number): Float32Array =>
  Float32Array.from({ length: SIZE.width * SIZE.height }, (_, at) =>
    at % SIZE.width < columns ? 1 : 0,
  );

describe('boundaryF', () => {
  it('is 1 for an outline that is off by no more than the tolerance', () => {
    expect(boundaryF(upTo(200), upTo(200), SIZE)).toBe(1);
    expect(boundaryF(upTo(203), upTo(200), SIZE)).toBe(1);
  });

  it('is 0 for an outline that is farther off everywhere', () => {
    expect(boundaryF(upTo(204), upTo(200), SIZE)).toBe(0);
  });

  it('loses precision by an outline where none is', () => {
    const matte = upTo(200);
    // A lone dot whose four outer pixels are all contour, beside the line of 300.
    matte.set([1, 1], 150 * SIZE.width + 300);
    matte.set([1, 1], 151 * SIZE.width + 300);
    const precision = 300 / 304;
    expect(boundaryF(matte, upTo(200), SIZE)).toBeCloseTo((2 * precision) / (precision + 1), 9);
  });

  it('loses recall by a piece of the outline that is missing', () => {
    const matte = upTo(200);
    for (let row = 0; row < 150; row++) matte.fill(0, row * SIZE.width, (row + 1) * SIZE.width);
    const [value, mirrored] = [
      boundaryF(matte, upTo(200), SIZE),
      boundaryF(upTo(200), matte, SIZE),
    ];
    expect(value).toBeLessThan(0.75);
    expect(value).toBeCloseTo(mirrored, 9);
  });

  it('knows pictures without a person: right is 1, wrong is 0', () => {
    expect(boundaryF(upTo(0), upTo(0), SIZE)).toBe(1);
    expect(boundaryF(upTo(200), upTo(0), SIZE)).toBe(0);
    expect(boundaryF(upTo(0), upTo(200), SIZE)).toBe(0);
  });

  it('takes the edge of the picture for no outline', () => {
    expect(boundaryF(upTo(400), upTo(0), SIZE)).toBe(1);
  });

  it('refuses mattes of another size', () => {
    expect(() => boundaryF(new Float32Array(5), upTo(1), SIZE)).toThrow('A matte of 5 pixels');
  });
});
