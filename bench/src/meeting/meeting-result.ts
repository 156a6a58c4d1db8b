import { quantile } from '../measure/distribution';
import type { Reckoning } from './chat-room';
import type { Tally } from './meeting-client';

/** Figures of the API, and of what became of the messages. */
export interface MeetingResult {
  readonly rooms: number;
  /** Messages that were answered. */
  readonly requests: number;
  /** Attempts that failed while the process was away, and were repeated. */
  readonly errors: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly lost: number;
  readonly doubled: number;
  /** Of those that were answered before the kill, by a process that has run for a while. */
  readonly p95BeforeKillMs: number;
  /** From the kill to the next start's first word. */
  readonly downMs: number;
  /** Of one core, the server's, from the first message to the kill. */
  readonly serverCpuShare: number;
}

/** What was measured, but for times and CPU of the process. */
export function meetingFigures({ timesMs, errors }: Tally, reckonings: readonly Reckoning[]) {
  const sum = (of: (one: Reckoning) => number): number =>
    reckonings.reduce((total, one) => total + of(one), 0);
  return {
    rooms: reckonings.length,
    requests: timesMs.length,
    errors,
    p50Ms: quantile(timesMs, 0.5),
    p95Ms: quantile(timesMs, 0.95),
    p99Ms: quantile(timesMs, 0.99),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
  };
}
