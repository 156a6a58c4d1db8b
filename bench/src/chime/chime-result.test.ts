import { describe, expect, it } from 'vitest';
import type { Received } from './attendees';
import { chimeTable } from './chime-table';
import { joinFigures, stretchFigures, type CallStretch } from './chime-result';

const NOTHING: Received = {
  framesDecoded: 0,
  tiles: 1,
  lost: 0,
  reconnects: 0,
  tilesLost: 0,
  concealed: 0,
  samples: 0,
};
const MEMORY = [
  { x: 0, y: 100e6 },
  { x: 1, y: 104e6 },
];

const stretch = (before: Partial<Received>, after: Partial<Received>): CallStretch => ({
  seconds: 10,
  serverCpuMs: 500,
  memory: MEMORY,
  before: [
    { ...NOTHING, ...before },
    { ...NOTHING, ...before },
  ],
  after: [
    { ...NOTHING, ...after },
    { ...NOTHING, ...after },
  ],
});

describe('stretchFigures', () => {
  it('takes CPU of the time, frames of each tile, and the highest memory', () => {
    const figures = stretchFigures(stretch({ framesDecoded: 100 }, { framesDecoded: 250 }));
    expect(figures).toMatchObject({ serverCpuShare: 0.05, fpsPerTile: 15, rssBytes: 104e6 });
    expect(figures.growthBytesPerMinute).toBeCloseTo(4e6);
  });

  it('counts only what happened meanwhile', () => {
    const before = { lost: 3, reconnects: 1, tilesLost: 1, concealed: 100, samples: 1000 };
    const after = { lost: 5, reconnects: 2, tilesLost: 2, concealed: 150, samples: 2000 };
    expect(stretchFigures(stretch(before, after))).toMatchObject({
      ...{ lost: 4, reconnects: 2, tilesLost: 2, concealedShare: 0.05 },
    });
  });
});

describe('joinFigures', () => {
  it('gives median and 95th percentile of both times', () => {
    const times = [1, 2, 3].map((joinMs) => ({ joinMs, mediaMs: 10 * joinMs }));
    expect(joinFigures(times)).toEqual({
      joinMs: { median: 2, p95: 2.9 },
      mediaMs: { median: 20, p95: 29 },
    });
  });
});

describe('chimeTable', () => {
  it('says every figure', () => {
    const figures = {
      ...joinFigures([{ joinMs: 250, mediaMs: 400 }]),
      ...stretchFigures(stretch({}, { framesDecoded: 150, samples: 1 })),
    };
    const table = chimeTable({ clients: 2, width: 640, height: 360, ...figures });
    expect(table).toContain('250 ms');
    expect(table).toContain('5.0 %');
    expect(table).toContain('104.0 MB');
  });
});
