import { encodeClip } from './encode-clip';
import { QualityRun } from './quality';
import { SpeedRun } from './speed-run';

/** What the Node side calls in the page. */
const bench = { encodeClip, quality: new QualityRun(), speed: new SpeedRun() };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
