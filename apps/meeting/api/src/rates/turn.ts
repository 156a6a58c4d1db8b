import type { Rate } from '@cyclorama/meeting-contract';

/** Whether something may be done now. */
export type Turn =
  | { readonly granted: true; readonly fullAtMs: number }
  | { readonly granted: false; readonly waitMs: number };

/** How long a bucket takes to gain one token. */
export const turnEveryMs = ({ most, windowMs }: Rate): number => windowMs / most;

/**
 * Takes one token out of a bucket that holds as many as a rate allows and is filled in its window. The
 * bucket is one number, the time at which it is full again, so that a table can take from it in one
 * conditional write.
 * @param fullAtMs - Undefined: it was never used.
 */
export function takeTurn(fullAtMs: number | undefined, rate: Rate, nowMs: number): Turn {
  const nextMs = Math.max(fullAtMs ?? nowMs, nowMs) + turnEveryMs(rate);
  const waitMs = nextMs - nowMs - rate.windowMs;
  return waitMs > 0 ? { granted: false, waitMs } : { granted: true, fullAtMs: nextMs };
}
