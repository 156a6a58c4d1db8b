import { distribution, type Distribution } from '../measure/distribution';
import { growthOf, type MemorySample } from '../system/memory-growth';
import type { Received } from './attendees';

/** Figures of the service, and of what its clients got. */
export interface ChimeResult {
  readonly clients: number;
  readonly width: number;
  readonly height: number;
  /** From the SDK's `start()` to its `audioVideoDidStart`. */
  readonly joinMs: Distribution | null;
  /** From `start()` to the first packet of audio. */
  readonly mediaMs: Distribution | null;
  /** Of one core, while all speak and all send video. */
  readonly serverCpuShare: number;
  /** Decoded frames a second of each received video, mean. */
  readonly fpsPerTile: number;
  readonly lost: number;
  readonly reconnects: number;
  readonly tilesLost: number;
  /** Share of the heard audio that was made up for what was missing. */
  readonly concealedShare: number;
  readonly rssBytes: number;
  readonly growthBytesPerMinute: number;
  readonly laterGrowthBytesPerMinute: number;
}

/** A stretch of a call, as its ends saw it. */
export interface CallStretch {
  readonly seconds: number;
  readonly serverCpuMs: number;
  readonly memory: readonly MemorySample[];
  /** By client. */
  readonly before: readonly Received[];
  readonly after: readonly Received[];
}

/** What was gained by all clients together, of one figure. */
const gained = ({ before, after }: CallStretch, of: (received: Received) => number): number =>
  after.reduce((sum, each) => sum + of(each), 0) - before.reduce((sum, each) => sum + of(each), 0);

export function stretchFigures(stretch: CallStretch) {
  const tiles = stretch.after.reduce((sum, each) => sum + each.tiles, 0);
  const samples = gained(stretch, (each) => each.samples);
  return {
    serverCpuShare: stretch.serverCpuMs / (stretch.seconds * 1000),
    fpsPerTile: gained(stretch, (each) => each.framesDecoded) / stretch.seconds / tiles,
    lost: gained(stretch, (each) => each.lost),
    reconnects: gained(stretch, (each) => each.reconnects),
    tilesLost: gained(stretch, (each) => each.tilesLost),
    concealedShare: gained(stretch, (each) => each.concealed) / samples,
    rssBytes: Math.max(...stretch.memory.map(({ y }) => y)),
    ...growthOf(stretch.memory),
  };
}

export const joinFigures = (times: readonly { joinMs: number; mediaMs: number }[]) => ({
  joinMs: distribution(times.map(({ joinMs }) => joinMs)),
  mediaMs: distribution(times.map(({ mediaMs }) => mediaMs)),
});
