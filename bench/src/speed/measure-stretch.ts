import { setTimeout as sleep } from 'node:timers/promises';
import type { SpeedReading } from '../../page/speed-run';
import type { LaunchedBrowser } from '../browser/launch';
import { slope } from '../measure/distribution';
import { ProcessTree } from '../system/process-tree';

/** One measured stretch: what the page counted, and what the operating system did. */
export interface Stretch {
  readonly reading: SpeedReading;
  /** Of the whole browser, user and system. */
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly growth: Growth;
}

/** Slopes of memory. */
export interface Growth {
  readonly growthBytesPerMinute: number;
  /** Of the second half alone: heaps fill for minutes before they are cleared regularly. */
  readonly laterGrowthBytesPerMinute: number;
}

/** Code is compiled and pools are filled before the measured time. */
const SETTLE_MS = 2000;
/** Reading memory costs the machine some milliseconds, so it is not done often. */
const MEMORY_INTERVAL_MS = 2000;

interface MemorySample {
  /** Minutes since the first. */
  readonly x: number;
  readonly y: number;
}

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

function growthOf(memory: readonly MemorySample[]): Growth {
  const later = memory.slice(memory.length >> 1);
  return { growthBytesPerMinute: slope(memory), laterGrowthBytesPerMinute: slope(later) };
}

async function sampleMemory(tree: ProcessTree, durationMs: number): Promise<MemorySample[]> {
  const startedAtMs = performance.now();
  const endsAtMs = startedAtMs + durationMs;
  const samples: MemorySample[] = [];
  for (let nowMs = startedAtMs; nowMs < endsAtMs; nowMs = performance.now()) {
    samples.push({ x: (nowMs - startedAtMs) / 60_000, y: tree.memoryBytes() });
    await sleep(Math.min(MEMORY_INTERVAL_MS, Math.max(0, endsAtMs - performance.now())));
  }
  return samples;
}
