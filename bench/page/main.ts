import type { Candidate } from '../src/tradeoff/candidates';
import { encodeClip } from './encode-clip';
import type { PictureSize } from './fetch-picture';
import type { QualityRun } from './quality';
import { SpeedRun } from './speed-run';
import { svgToPng } from './svg-to-png';
import type { TradeoffRun } from './tradeoff';

/** Loaded when it is asked for, so that the engine is a file of its own and its size is known. */
async function openQuality(bodypix: Candidate | undefined): Promise<QualityRun> {
  const { QualityRun } = await import('./quality');
  return new QualityRun(bodypix);
}

async function openTradeoff(
  candidate: Candidate,
  size: PictureSize | undefined,
): Promise<TradeoffRun> {
  const { TradeoffRun } = await import('./tradeoff');
  return new TradeoffRun(candidate, size);
}

/** What the Node side calls in the page. */
const bench = { encodeClip, openQuality, openTradeoff, svgToPng, speed: new SpeedRun() };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
