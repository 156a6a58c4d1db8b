import { describe, expect, it } from 'vitest';
import { matchArrivals } from './match-arrivals';

const at = (timestampUs: number, atMs = 0) => ({ timestampUs, atMs });

describe('matchArrivals', () => {
  it('pairs frames whose timestamps differ by rounding only', () => {
    const matches = matchArrivals([at(33_000, 1), at(66_000, 2)], [at(33_100, 5), at(66_000, 7)]);
    expect(matches.map(({ source, output }) => output.atMs - source.atMs)).toEqual([4, 5]);
  });

  it('leaves out held frames and source frames that were dropped', () => {
    const sources = [at(33_000), at(66_000), at(99_000)];
    const outputs = [at(50_000), at(66_000), at(80_000), at(99_000)];
    expect(matchArrivals(sources, outputs).map(({ source }) => source.timestampUs)).toEqual([
      66_000, 99_000,
    ]);
  });

  it('counts an output once, and takes it in any order', () => {
    expect(matchArrivals([at(100), at(200)], [at(150)])).toHaveLength(1);
    expect(matchArrivals([at(5000), at(1000)], [at(1000), at(5000)])).toHaveLength(2);
  });
});
