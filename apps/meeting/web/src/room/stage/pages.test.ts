import { describe, expect, it } from 'vitest';
import { gridCapacity, pageOf } from './pages';

const people = Array.from({ length: 10 }, (_, i) => i);

describe('a page', () => {
  it('is a part of all', () => {
    expect(pageOf(people, 4, 1)).toEqual({ at: 1, count: 3, items: [4, 5, 6, 7] });
  });

  it('is the last one where people have left', () => {
    expect(pageOf(people.slice(0, 5), 4, 2)).toEqual({ at: 1, count: 2, items: [4] });
  });

  it('is empty where nobody is', () => {
    expect(pageOf([], 4, 3)).toEqual({ at: 0, count: 1, items: [] });
  });

  it('holds fewer on a phone', () => {
    expect([gridCapacity(390), gridCapacity(800), gridCapacity(1280)]).toEqual([4, 6, 9]);
  });
});
