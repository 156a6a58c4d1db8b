import { describe, expect, it } from 'vitest';
import { pairByName } from './pair-by-name';

describe('pairByName', () => {
  it('joins pictures and masks of one name, whatever they end in', () => {
    expect(pairByName(['i/1.jpg', 'i/2.jpg'], ['m/2.png', 'm/3.png'])).toEqual([
      { image: 'i/2.jpg', mask: 'm/2.png' },
    ]);
  });

  it('says so when nothing fits', () => {
    expect(() => pairByName(['i/1.jpg'], ['m/2.png'])).toThrow('No picture has a mask');
  });
});
