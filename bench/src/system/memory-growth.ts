import { setTimeout as sleep } from 'node:timers/promises';
import { slope } from '../measure/distribution';
import type { ProcessTree } from './process-tree';

/** Slopes of memory. */
export interface Growth {
  readonly growthBytesPerMinute: number;
  /** Of the second half alone: heaps fill for minutes before they are cleared regularly. */
  readonly laterGrowthBytesPerMinute: number;
}

export interface MemorySample {
  /** Minutes since the first. */
  readonly x: number;
  readonly y: number;
}

/** Reading memory costs the machine some milliseconds, so it is not done often. */
const MEMORY_INTERVAL_MS = 2000;

export function growthOf(memory: readonly MemorySample[]): Growth {
  const later = memory.slice(memory.length >> 1);
  return { growthBytesPerMinute: slope(memory), laterGrowthBytesPerMinute: slope(later) };
}

/** What a process and all that descend from it use, every two seconds for so long. */
export async function sampleMemory(tree: ProcessTree, durationMs: number): Promise<MemorySample[]> {
  const startedAtMs = performance.now();
  const endsAtMs = startedAtMs + durationMs;
  const samples: MemorySample[] = [];
  for (let nowMs = startedAtMs; nowMs < endsAtMs; nowMs = performance.now()) {
    samples.push({ x: (nowMs - startedAtMs) / 60_000, y: tree.memoryBytes() });
    await sleep(Math.min(MEMORY_INTERVAL_MS, Math.max(0, endsAtMs - performance.now())));
  }
  return samples;
}
