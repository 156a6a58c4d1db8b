export const TICK_MS = 20;

/** Who is later than this does not catch up any more. */
const MAX_LATE_MS = 200;

/** How many ticks to run, and how many to leave out before them. */
export interface DueTicks {
  readonly skipped: number;
  readonly ticks: number;
}

/** Fifty ticks a second by the clock, however late timers call. */
export class TickSchedule {
  #nextMs: number;

  /** The first tick is a full one away. */
  constructor(nowMs: number) {
    this.#nextMs = nowMs + TICK_MS;
  }

  takeDue(nowMs: number): DueTicks {
    const due = Math.max(0, Math.floor((nowMs - this.#nextMs) / TICK_MS) + 1);
    this.#nextMs += due * TICK_MS;
    const isLate = due * TICK_MS > MAX_LATE_MS;
    return isLate ? { skipped: due - 1, ticks: 1 } : { skipped: 0, ticks: due };
  }

  msToNext(nowMs: number): number {
    return Math.max(0, this.#nextMs - nowMs);
  }
}
