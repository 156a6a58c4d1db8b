import type { Distribution } from '../measure/distribution';
import { distribution, median } from '../measure/distribution';
import type { ServedBytes } from '../site/file-log';
import type { Growth } from '../system/memory-growth';
import type { Stretch } from './measure-stretch';

/** What `speed` prints; times in milliseconds, sizes in bytes, shares 0..1. */
export interface SpeedResult {
  readonly width: number;
  readonly height: number;
  /** The browser grows by itself too: to be seen beside ours. */
  readonly passthrough: { readonly fps: number; readonly cpuMsPerFrame: number } & Growth;
  readonly ours: OursResult;
}

interface OursResult extends ServedBytes {
  readonly fps: number;
  readonly cpuMsPerFrame: number;
  readonly droppedShare: number;
  /** Null on the canvas path, which stamps frames anew. */
  readonly latencyMs: Distribution | null;
  readonly firstFrameMs: number;
  readonly firstFrameColdMs: number;
  readonly memory: { readonly peakBytes: number } & Growth;
  readonly maskShare: number | null;
  readonly path: string | null;
  readonly stagesMs: Readonly<Record<string, Distribution>>;
  /** Frames that the camera gave in the measured time. */
  readonly sourceFrames: number;
  readonly model: string | null;
  readonly relaxedSimd: boolean | null;
  /** Frames that the sink sent because there was no composite, since the start. */
  readonly framesHeld: number | null;
}

/** Our run: a stretch, and what was measured before it. */
export interface OursRun {
  readonly stretch: Stretch;
  readonly firstFrameMs: number;
  readonly firstFrameColdMs: number;
  readonly served: ServedBytes;
}

/** One result of a pass-through run and ours on the same clip. */
export function speedResult(passthrough: Stretch, ours: OursRun): SpeedResult {
  const { width, height } = passthrough.reading;
  return {
    width,
    height,
    passthrough: { ...rates(passthrough), ...passthrough.growth },
    ours: oursResult(passthrough, ours),
  };
}

function oursResult(passthrough: Stretch, run: OursRun): OursResult {
  const { stretch, firstFrameMs, firstFrameColdMs, served } = run;
  const { stats, droppedShare, sourceFrames } = stretch.reading;
  return {
    ...rates(stretch),
    droppedShare,
    latencyMs: addedLatency(passthrough, stretch),
    firstFrameMs,
    firstFrameColdMs,
    ...served,
    memory: { peakBytes: stretch.peakBytes - passthrough.peakBytes, ...stretch.growth },
    maskShare: stats?.maskShare ?? null,
    path: stats?.path ?? null,
    stagesMs: stats?.stagesMs ?? {},
    sourceFrames,
    model: stats?.model ?? null,
    relaxedSimd: stats?.relaxedSimd ?? null,
    framesHeld: stats?.framesHeld ?? null,
  };
}

function rates({ reading, cpuMs }: Stretch): { fps: number; cpuMsPerFrame: number } {
  return {
    fps: (reading.framesOut * 1000) / reading.elapsedMs,
    cpuMsPerFrame: cpuMs / reading.framesOut,
  };
}

/** What the readers themselves cost is in the pass-through run too, and is taken off. */
function addedLatency(passthrough: Stretch, ours: Stretch): Distribution | null {
  const base = median(passthrough.reading.latenciesMs);
  return distribution(ours.reading.latenciesMs.map((latency) => latency - base));
}
