/** How often something may be done. */
export interface Pace {
  /** So many at once. */
  readonly burst: number;
  /** And from then on one in so many milliseconds. */
  readonly everyMs: number;
}

/** Whether it may be done now. */
export type Turn =
  | { readonly granted: true; readonly fullAtMs: number }
  | { readonly granted: false; readonly waitMs: number };

/**
 * Takes one token out of a bucket. The bucket is one number, the time at which it is full again, so
 * that a table can take from it in one conditional write.
 * @param fullAtMs - Undefined: it was never used.
 */
export function takeTurn(fullAtMs: number | undefined, pace: Pace, nowMs: number): Turn {
  const nextMs = Math.max(fullAtMs ?? nowMs, nowMs) + pace.everyMs;
  const waitMs = nextMs - nowMs - pace.burst * pace.everyMs;
  return waitMs > 0 ? { granted: false, waitMs } : { granted: true, fullAtMs: nextMs };
}
