export const TICK_MS = 20;

/** Who is later than this does not catch up any more. */
const MAX_LATE_MS = 200;

/** A tick to run now. */
export interface DueTick {
  /** Ticks that are left out before it. */
  readonly skipped: number;
}

/** Fifty ticks a second by the clock, however late timers call. */
export class TickSchedule {
  #nextMs: number;

  /** The first tick is a full one away. */
  constructor(nowMs: number) {
    this.#nextMs = nowMs + TICK_MS;
  }

  /** Undefined: none is due yet. */
  takeDue(nowMs: number): DueTick | undefined {
    const lateMs = nowMs - this.#nextMs;
    if (lateMs < 0) return undefined;
    const skipped = lateMs > MAX_LATE_MS ? Math.floor(lateMs / TICK_MS) : 0;
    this.#nextMs += (skipped + 1) * TICK_MS;
    return { skipped };
  }

  /** 0: one is due. */
  msToNext(nowMs: number): number {
    return Math.max(0, this.#nextMs - nowMs);
  }
}
