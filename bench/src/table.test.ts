import { describe, expect, it } from 'vitest';
import { formatNumber, formatTable } from './table';

describe('formatTable', () => {
  it('lines names up on the left and numbers on the right', () => {
    const table = formatTable([
      ['', 'fps'],
      ['ours', '29.9'],
      ['pass-through', '30.0'],
    ]);
    expect(table).toBe('               fps\nours          29.9\npass-through  30.0');
  });
});

describe('formatNumber', () => {
  it('writes a dash where there is no number', () => {
    expect([formatNumber(1.25), formatNumber(null), formatNumber(NaN)]).toEqual(['1.3', '–', '–']);
  });
});
