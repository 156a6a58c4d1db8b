import type { StageName } from '../stats';

/** Milliseconds that each stage took for the last frame. */
export type StageTimes = Record<StageName, number>;

/** Times the stages of one frame after the other. */
export class StageClock {
  readonly #lastMs: StageTimes = {
    read: 0,
    shrink: 0,
    segment: 0,
    refine: 0,
    compose: 0,
    write: 0,
  };

  /** Runs a stage and keeps how long it took, when it succeeds. */
  time<T>(stage: StageName, work: () => T): T {
    const startMs = performance.now();
    const result = work();
    this.#lastMs[stage] = performance.now() - startMs;
    return result;
  }

  /** As `time`, up to the moment a promise is fulfilled. */
  async timeAsync<T>(stage: StageName, work: () => T | Promise<T>): Promise<T> {
    const startMs = performance.now();
    const result = await work();
    this.#lastMs[stage] = performance.now() - startMs;
    return result;
  }

  /** The times of the last frame; a copy. */
  lastMs(): StageTimes {
    return { ...this.#lastMs };
  }
}
