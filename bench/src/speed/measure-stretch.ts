import { setTimeout as sleep } from 'node:timers/promises';
import type { SpeedReading } from '../../page/speed-run';
import type { LaunchedBrowser } from '../browser/launch';
import { growthOf, sampleMemory, type Growth } from '../system/memory-growth';
import { ProcessTree } from '../system/process-tree';

/** One measured stretch: what the page counted, and what the operating system did. */
export interface Stretch {
  readonly reading: SpeedReading;
  /** Of the whole browser, user and system. */
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly growth: Growth;
}

/** Code is compiled and pools are filled before the measured time. */
const SETTLE_MS = 2000;
/** Lets the page that was started run on, and measures it for so many seconds. */
export async function measureStretch(browser: LaunchedBrowser, seconds: number): Promise<Stretch> {
  const tree = new ProcessTree(browser.pid);
  await sleep(SETTLE_MS);
  await browser.page.evaluate(() => window.bench.speed.begin());
  const cpuBeforeMs = tree.cpuMs();
  const memory = await sampleMemory(tree, seconds * 1000);
  const cpuMs = tree.cpuMs() - cpuBeforeMs;
  const reading = await browser.page.evaluate(() => window.bench.speed.end());
  const peakBytes = Math.max(...memory.map(({ y }) => y));
  return { reading, cpuMs, peakBytes, growth: growthOf(memory) };
}
