import type { Contender } from './contender';

/** Many times what a browser's clock can tell apart. */
const SAMPLE_MS = 0.4;
const FEWEST_SAMPLES = 5;

/** Runs one contender for its time; gives the ms a run of each sample. */
export function timeBlock(contender: Contender): number[] {
  const open = contender.open();
  try {
    const repeats = repeatsFor(open.run);
    const samples: number[] = [];
    const endMs = performance.now() + contender.blockMs;
    while (samples.length < FEWEST_SAMPLES || performance.now() < endMs) {
      samples.push(timeRuns(open.run, repeats) / repeats);
    }
    return samples;
  } finally {
    open.close?.();
  }
}

/** So many runs that a sample is long enough; they warm the caches too. */
function repeatsFor(run: () => void): number {
  let repeats = 1;
  while (timeRuns(run, repeats) < SAMPLE_MS) repeats *= 2;
  return repeats;
}

function timeRuns(run: () => void, repeats: number): number {
  const startedAtMs = performance.now();
  for (let turn = 0; turn < repeats; turn++) run();
  return performance.now() - startedAtMs;
}
