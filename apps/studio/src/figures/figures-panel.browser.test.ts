import type { ProcessorStats } from 'cyclorama';
import { beforeEach, expect, it } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import { FiguresPanel } from './figures-panel';

const of = (median: number): { median: number; p95: number } => ({ median, p95: median * 2 });

const STATS: ProcessorStats = {
  framesIn: 100,
  framesDropped: 2,
  stagesMs: {
    read: of(0.3),
    shrink: of(0.4),
    segment: of(5.2),
    refine: of(2),
    compose: of(1.5),
    write: of(0.5),
  },
  maskShare: 1,
  model: 'landscape',
  width: 1280,
  height: 720,
  fps: 29.7,
  framesOut: 98,
  framesHeld: 1,
  latencyMs: of(12.4),
  path: 'tracks',
  pathReason: 'This browser reads and writes tracks in workers.',
  relaxedSimd: true,
};

beforeEach(layOutPage);

it('shows rate, latency, stages, path and model', () => {
  new FiguresPanel().show(STATS);
  const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
  expect(text('fps')).toBe('30');
  expect(text('latency')).toBe('12 ms');
  expect(text('work')).toBe('9.9 ms');
  expect(text('frame-size')).toBe('1280 × 720');
  expect(text('model')).toBe('selfie, 256×144');
  expect(text('path')).toBe('tracks, in workers');
  expect(text('path-reason')).toContain('relaxed SIMD');
  expect([text('dropped'), text('held')]).toEqual(['2', '1']);
  expect(document.querySelectorAll('#stages li')).toHaveLength(6);
});

it('leaves work, stages and model open while frames pass as they are', () => {
  const panel = new FiguresPanel();
  panel.show(STATS);
  const nothing = of(0);
  const stagesMs = { read: nothing, shrink: nothing, segment: nothing, refine: nothing };
  panel.show({
    ...STATS,
    stagesMs: { ...stagesMs, compose: nothing, write: nothing },
    model: undefined,
  });
  expect(document.getElementById('work')?.textContent).toBe('–');
  expect(document.getElementById('model')?.textContent).toBe('–');
  expect(document.getElementById('stages')?.textContent).toContain('segment–');
});

it('has its rows before there are figures', () => {
  new FiguresPanel();
  expect(document.getElementById('stages')?.textContent).toContain('segment–');
});
