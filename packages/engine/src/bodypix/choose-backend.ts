/** Something that may run here or not, and how it is tried. */
export interface Candidate<T> {
  /** Makes it ready; undefined where it does not work here. */
  open(): Promise<T | undefined>;
  /** How long one picture takes, in milliseconds. */
  timeMs(opened: T): Promise<number>;
  /** Gives back what one that is not taken holds. */
  close(opened: T): void;
}

/**
 * The fastest of those that work, by measurement: a GPU that is only software loses by it. One that
 * fails while it is measured does not work. Those not taken are closed. A single one is not measured.
 * @returns Undefined where there is none here.
 * @throws What the first threw, where those that are here fail.
 */
export async function chooseFastest<T>(
  candidates: readonly Candidate<T>[],
): Promise<T | undefined> {
  const [only, ...others] = candidates;
  if (only && others.length === 0) return only.open();
  let best: { readonly opened: T; readonly tookMs: number; readonly close: () => void } | undefined;
  const failures: unknown[] = [];
  for (const candidate of candidates) {
    const tried = await tryOut(candidate, failures);
    if (!tried) continue;
    const isFaster = !best || tried.tookMs < best.tookMs;
    (isFaster ? best : tried)?.close();
    if (isFaster) best = tried;
  }
  if (!best && failures.length > 0) throw failures[0];
  return best?.opened;
}

async function tryOut<T>(candidate: Candidate<T>, failures: unknown[]) {
  const opened = await candidate.open();
  if (opened === undefined) return undefined;
  const close = (): void => candidate.close(opened);
  try {
    return { opened, close, tookMs: await candidate.timeMs(opened) };
  } catch (thrown) {
    failures.push(thrown);
    close();
    return undefined;
  }
}

/** Runs after which enough is known. */
const ENOUGH_RUNS = 3;
const ENOUGH_MS = 600;

/** The median time of a few runs, after one that warms up. */
export async function medianMs(run: () => Promise<void>): Promise<number> {
  await run();
  const times: number[] = [];
  const startedMs = performance.now();
  while (times.length < ENOUGH_RUNS && performance.now() - startedMs < ENOUGH_MS) {
    const beforeMs = performance.now();
    await run();
    times.push(performance.now() - beforeMs);
  }
  return times.sort((one, other) => one - other)[times.length >> 1] ?? Infinity;
}
