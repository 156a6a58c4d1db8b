import { describe, expect, it } from 'vitest';
import { chooseCandidates } from './candidates';
import { tradeoffChart } from './tradeoff-chart';
import { tradeoffPoint, type TradeoffPoint, type TradeoffResult } from './tradeoff-result';
import { tradeoffTable } from './tradeoff-table';

const NOTHING = { median: 0, p95: 0 };
const stagesOf = (median: number) => ({
  read: NOTHING,
  shrink: { median: 0.5, p95: 1 },
  segment: { median, p95: median },
  refine: NOTHING,
  compose: NOTHING,
  write: NOTHING,
});

function point(name: string, segmentMs: number, accuracy?: number): TradeoffPoint {
  const [candidate] = chooseCandidates([name]);
  if (!candidate) throw new Error(`No candidate ${name}.`);
  const accuracies = accuracy === undefined ? [] : [{ iou: accuracy, boundaryF: accuracy / 2 }];
  const cost = { stagesMs: stagesOf(segmentMs), backend: 'wasm' };
  return tradeoffPoint(candidate, cost, accuracies);
}

const resultOf = (points: TradeoffPoint[]): TradeoffResult => ({
  clip: 'a & b',
  width: 640,
  height: 360,
  frames: 1,
  points,
  leftOut: [{ name: 'bodypix-050-s8-low', reason: 'no weights' }],
});

const POINTS = [
  point('bodypix-075-s16-medium', 20, 0.9),
  point('bodypix-050-s16-medium', 30, 0.8),
  point('selfie-landscape', 2, 0.85),
];

describe('the trade-off', () => {
  it('adds up the medians of the stages, and means the accuracies', () => {
    const [first] = POINTS;
    expect(first).toMatchObject({
      segmenter: 'bodypix',
      backend: 'wasm',
      msPerFrame: 20.5,
      iou: 0.9,
    });
    expect(first?.settings).toMatchObject({ multiplier: 0.75, outputStride: 16, runtime: 'own' });
  });

  it('is drawn with a dot for each setting, and names for the efficient ones alone', () => {
    const svg = tradeoffChart(resultOf(POINTS)) ?? '';
    expect(svg.match(/<title>[^<]* ms, /g)).toHaveLength(2 * POINTS.length);
    const named = [...svg.matchAll(/class="name"[^>]*>([^:]*):/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(['bodypix-075-s16-medium', 'selfie-landscape']));
    expect(svg).toContain('IoU, a &amp; b, 640×360');
  });

  it('is not drawn where no accuracy is known', () => {
    expect(tradeoffChart(resultOf([point('selfie-general', 3)]))).toBeUndefined();
  });

  it('is a table with the cheapest first, stars for the efficient, and what is missing', () => {
    const lines = tradeoffTable(resultOf(POINTS)).split('\n');
    expect(lines[1]).toMatch(/^selfie-landscape +2\.5 +2\.0 +wasm +0\.8500\* +0\.4250\*$/);
    expect(lines[3]).toMatch(/^bodypix-050-s16-medium +30\.5 +30\.0 +wasm +0\.8000 +0\.4000$/);
    expect(lines[4]).toBe('bodypix-050-s8-low: no weights');
  });

  it('has dashes without true mattes', () => {
    const { iou, boundaryF } = point('selfie-general', 3);
    expect([iou, boundaryF]).toEqual([null, null]);
    expect(tradeoffTable(resultOf([point('selfie-general', 3)]))).toContain('–');
  });
});
