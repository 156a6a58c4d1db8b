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
  /** What a worker's clock did meanwhile, which nothing slows but the machine. */
  readonly ticks: number;
}

/** Measures what comes out, from a moment in which the page is already as it is to be. */
export async function deliveryOf(run: Run, seconds: number): Promise<Delivery> {
  const counter = await frameCounterOf(run.track);
  const clock = startClock();
  await sleep(SETTLING_MS);
  let hidden = document.hidden;
  const follow = (): void => void (hidden = false);
  document.addEventListener('visibilitychange', follow);
  const before = await look();
  await sleep(seconds * 1000);
  const after = await look();
  document.removeEventListener('visibilitychange', follow);
  counter.close();
  clock.close();
  hidden &&= document.hidden;
  return { hidden, ...perSecond(before, after) };

  async function look(): Promise<Look> {
    const composites = run.stats?.framesOut ?? 0;
    const frames = await counter.count();
    return { atMs: performance.now(), frames, composites, ticks: clock.ticks() };
  }
}

type Look = Record<'atMs' | 'frames' | 'composites' | 'ticks', number>;

function perSecond(before: Look, after: Look): Omit<Delivery, 'hidden'> {
  const seconds = (after.atMs - before.atMs) / 1000;
  const rate = (of: keyof Look): number => (after[of] - before[of]) / seconds;
  return {
    seconds,
    frames: rate('frames'),
    composites: rate('composites'),
    ticks: rate('ticks'),
  };
}

function startClock(): { ticks: () => number; close: () => void } {
  let ticks = 0;
  const worker = new Worker(new URL('./clock-worker.ts', import.meta.url), {
    type: 'module',
    name: 'test-clock',
  });
  worker.onmessage = () => ticks++;
  return { ticks: () => ticks, close: () => worker.terminate() };
}

/** For an encoder to begin. */
const SETTLING_MS = 2000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
