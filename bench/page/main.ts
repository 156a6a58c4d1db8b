import { encodeClip } from './encode-clip';
import type { QualityRun } from './quality';
import { SpeedRun } from './speed-run';

/** Loaded when it is asked for, so that the engine is a file of its own and its size is known. */
async function openQuality(): Promise<QualityRun> {
  const { QualityRun } = await import('./quality');
  return new QualityRun();
}

/** What the Node side calls in the page. */
const bench = { encodeClip, openQuality, speed: new SpeedRun() };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
