import { describe, expect, it } from 'vitest';
import { applyMatrix, codesToRgb, colorModelOf, rgbToCodes } from './color-model';

const rounded = (values: readonly number[]) => values.map(Math.round);

describe('the colour model', () => {
  it('takes nulls for BT.601 of limited range', () => {
    const nulls = { primaries: null, transfer: null, matrix: null, fullRange: null };
    const matrix = rgbToCodes(colorModelOf(nulls));
    expect(rounded(applyMatrix(matrix, [255, 0, 0]))).toEqual([81, 90, 240]);
    expect(rounded(applyMatrix(matrix, [255, 255, 255]))).toEqual([235, 128, 128]);
    expect(rounded(applyMatrix(matrix, [0, 0, 0]))).toEqual([16, 128, 128]);
  });

  it('knows BT.709', () => {
    const matrix = rgbToCodes(colorModelOf({ matrix: 'bt709', fullRange: false }));
    expect(rounded(applyMatrix(matrix, [255, 0, 0]))).toEqual([63, 102, 240]);
  });

  it('uses all code values in full range', () => {
    const matrix = rgbToCodes(colorModelOf({ matrix: 'smpte170m', fullRange: true }));
    expect(rounded(applyMatrix(matrix, [255, 255, 255]))).toEqual([255, 128, 128]);
    expect(rounded(applyMatrix(matrix, [0, 0, 0]))).toEqual([0, 128, 128]);
  });

  for (const matrix of ['bt709', 'smpte170m', 'bt2020-ncl'] as const) {
    for (const fullRange of [false, true]) {
      it(`goes there and back: ${matrix}, ${fullRange ? 'full' : 'limited'} range`, () => {
        const model = colorModelOf({ matrix: matrix as VideoMatrixCoefficients, fullRange });
        const codes = applyMatrix(rgbToCodes(model), [200, 40, 90]);
        const back = applyMatrix(codesToRgb(model), codes);
        [200, 40, 90].forEach((value, at) => expect(back[at]).toBeCloseTo(value, 6));
      });
    }
  }
});
