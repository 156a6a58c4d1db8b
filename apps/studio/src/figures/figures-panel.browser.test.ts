import type { ProcessorStats } from 'cyclorama';
import { beforeEach, expect, it } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import '../styles/main.css';
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
  backend: 'wasm',
};

beforeEach(layOutPage);

it('shows rate, latency, stages, path and model', () => {
  new FiguresPanel().show(STATS);
  const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
  expect(text('fps')).toBe('30');
  expect(text('latency')).toBe('12 ms');
  expect(text('work')).toBe('9.9 ms');
  expect(text('frame-size')).toBe('1280 × 720');
  expect(text('model')).toBe('Selfie, 256 × 144');
  expect(text('path-name')).toBe('Direct');
  expect(text('cpu-share')).toBe('29 %');
  expect(text('path-reason')).toContain('relaxed SIMD');
  expect([text('dropped'), text('held')]).toEqual(['2', '1']);
  expect(document.querySelectorAll('#stages li')).toHaveLength(6);
  expect(text('stages')).toContain('Find the person5.2 ms');
});

it('tells of BodyPix what computes it', () => {
  new FiguresPanel().show({ ...STATS, model: 'bodypix', backend: 'tfjs-webgl' });
  expect(document.getElementById('model')?.textContent).toBe('BodyPix, tfjs-webgl');
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
  expect(document.getElementById('stages')?.textContent).toContain('Find the person–');
});

it('has its rows before there are figures', () => {
  new FiguresPanel();
  expect(document.getElementById('stages')?.textContent).toContain('Find the person–');
});

it('plots the stages one upon the other, each in its colour', () => {
  const panel = new FiguresPanel();
  panel.show(STATS);
  panel.show(STATS);
  const canvas = document.querySelector<HTMLCanvasElement>('#plot');
  const { width = 0, height = 0 } = canvas ?? {};
  // 9.9 ms of a plot that ends at 16: segmenting lies from 0.7 ms to 5.9 ms.
  const yOf = (ms: number): number => Math.round(height * (1 - ms / 16));
  const at = (ms: number): string => {
    const pixel = canvas?.getContext('2d')?.getImageData(width - 2, yOf(ms), 1, 1).data ?? [];
    return [...pixel].join();
  };
  const isSame = new Set([at(1.5), at(3), at(5)]);
  expect(isSame.size).toBe(1);
  expect(new Set([at(0.5), at(3), at(7), at(9), at(12)]).size).toBe(5);
  expect(at(12)).toBe('0,0,0,0');
});
