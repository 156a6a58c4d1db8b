import { describe, expect, it } from 'vitest';
import { DEFAULT_BACKGROUND, isPickedBackground } from './picked-background';

describe('isPickedBackground', () => {
  it('knows what was written down and read again', () => {
    expect(isPickedBackground(JSON.parse(JSON.stringify(DEFAULT_BACKGROUND)))).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ['stage'],
    [{}],
    [{ ...DEFAULT_BACKGROUND, name: 'beach' }],
    [{ ...DEFAULT_BACKGROUND, fit: 'fill' }],
    [{ ...DEFAULT_BACKGROUND, strength: 2 }],
    [{ ...DEFAULT_BACKGROUND, strength: '0.5' }],
    [{ ...DEFAULT_BACKGROUND, color: 'red' }],
  ])('refuses %j', (kept) => {
    expect(isPickedBackground(kept)).toBe(false);
  });
});
