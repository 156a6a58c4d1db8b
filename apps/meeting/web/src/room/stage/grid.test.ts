import { describe, expect, it } from 'vitest';
import { gridFor } from './grid';

const DESKTOP = { width: 1200, height: 675 };
const PHONE = { width: 366, height: 640 };

describe('the grid', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 2],
    [6, 3],
    [9, 3],
    [16, 4],
    [25, 5],
  ])('of %i people on a desktop has %i columns', (count, columns) => {
    expect(gridFor(count, DESKTOP, 8).columns).toBe(columns);
  });

  it.each([
    [1, 1],
    [2, 1],
    [4, 1],
    [6, 2],
  ])('of %i people on a phone has %i columns', (count, columns) => {
    expect(gridFor(count, PHONE, 8).columns).toBe(columns);
  });

  it('never is larger than the space, nor a tile wider or narrower than a picture bears', () => {
    for (let count = 1; count <= 25; count++) {
      for (const space of [DESKTOP, PHONE, { width: 1400, height: 300 }]) {
        const { columns, tile } = gridFor(count, space, 8);
        const rows = Math.ceil(count / columns);
        expect(columns * tile.width + 8 * (columns - 1)).toBeLessThanOrEqual(space.width);
        expect(rows * tile.height + 8 * (rows - 1)).toBeLessThanOrEqual(space.height);
        expect(tile.width / tile.height).toBeGreaterThan(0.74);
        expect(tile.width / tile.height).toBeLessThan(1.8);
      }
    }
  });

  it('is nothing where there is no space yet', () => {
    expect(gridFor(4, { width: 0, height: 0 }, 8).tile).toEqual({ width: 0, height: 0 });
  });
});
