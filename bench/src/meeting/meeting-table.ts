import { formatNumber, formatTable } from '../table';
import type { MeetingResult } from './meeting-result';

const milliseconds = (ms: number): string => `${formatNumber(ms)} ms`;

/** The result for people. */
export function meetingTable(result: MeetingResult): string {
  return formatTable([
    [`${result.rooms} rooms`, ''],
    ['messages answered', String(result.requests)],
    ['attempts that were repeated', String(result.errors)],
    ['answer, median', milliseconds(result.p50Ms)],
    ['answer, p95', milliseconds(result.p95Ms)],
    ['answer, p99', milliseconds(result.p99Ms)],
    ['… p95 before the kill', milliseconds(result.p95BeforeKillMs)],
    ['messages lost', String(result.lost)],
    ['messages doubled', String(result.doubled)],
    ['away after the kill', milliseconds(result.downMs)],
    ['CPU of the server, of a core', `${formatNumber(result.serverCpuShare * 100)} %`],
  ]);
}
