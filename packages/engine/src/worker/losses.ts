const MAX_LOSSES = 3;
const WINDOW_MS = 60_000;

/** Counts how often a worker was lost, so that one that always dies is not started for ever. */
export class Losses {
  #atMs: number[] = [];

  /** Counts one more; whether that was one too many in a minute. */
  areTooMany(): boolean {
    const nowMs = performance.now();
    this.#atMs = [...this.#atMs, nowMs].filter((atMs) => nowMs - atMs < WINDOW_MS);
    return this.#atMs.length > MAX_LOSSES;
  }
}
