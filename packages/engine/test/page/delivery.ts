import { frameCounterOf } from './frame-counter';
import type { Run } from './run';

/** What came out of a processor over some time, per second. */
export interface Delivery {
  /** Whether the page was hidden all the time. */
  readonly hidden: boolean;
  readonly seconds: number;
  /** Frames that came out of the track. */
  readonly frames: number;
  /** Composites among them: each frame of the source counts once. */
  readonly composites: number;
}

/** Measures what comes out, from a moment in which the page is already as it is to be. */
export async function deliveryOf(run: Run, seconds: number): Promise<Delivery> {
  const counter = await frameCounterOf(run.track);
  await sleep(SETTLING_MS);
  let hidden = document.hidden;
  const follow = (): void => void (hidden = false);
  document.addEventListener('visibilitychange', follow);
  const before = await look();
  await sleep(seconds * 1000);
  const after = await look();
  document.removeEventListener('visibilitychange', follow);
  counter.close();
  const rate = (of: 'frames' | 'composites'): number =>
    ((after[of] - before[of]) * 1000) / (after.atMs - before.atMs);
  hidden &&= document.hidden;
  const lasted = (after.atMs - before.atMs) / 1000;
  return { hidden, seconds: lasted, frames: rate('frames'), composites: rate('composites') };

  async function look(): Promise<{ atMs: number; frames: number; composites: number }> {
    const composites = run.stats?.framesOut ?? 0;
    return { atMs: performance.now(), frames: await counter.count(), composites };
  }
}

/** For an encoder to begin. */
const SETTLING_MS = 2000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
