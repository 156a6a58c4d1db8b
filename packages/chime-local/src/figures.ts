import type { MediaFigures } from './routing/media-room';

/** What one service did since it began, and what its process uses. */
export interface ChimeLocalFigures {
  /** Since the service began. */
  readonly uptimeMs: number;
  /** Meetings that have not ended. */
  readonly meetings: number;
  /** Packets of all meetings together. */
  readonly media: MediaFigures;
  /** Resident memory of the whole process. */
  readonly rssBytes: number;
  /** Processor time of the whole process since it began, in all its threads. */
  readonly cpuMs: number;
}

/** What the process uses now. */
export function processFigures(): Pick<ChimeLocalFigures, 'rssBytes' | 'cpuMs'> {
  const { user, system } = process.cpuUsage();
  return { rssBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 };
}
