import type { PathChoice } from './options';
import type { Path } from './stats';
import { canMoveTracks } from './track/can-move-tracks';
import { lackingInWorkers } from './worker/ask-worker';

/** What this browser can do, by feature tests. */
export interface Support {
  /** The paths that work here, best first; none where something is missing. */
  readonly paths: readonly Path[];
  /** Why the first of them is the first, or why there is none; a sentence. */
  readonly reason: string;
  /** What no path can do without and this browser lacks, by the names of the standards. */
  readonly missing: readonly string[];
}

// (module (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt))
const SIMD_PROBE = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

const has = (name: string): boolean => name in globalThis;
const videoHas = (name: string): boolean => name in HTMLVideoElement.prototype;

const NEEDS: Readonly<Record<string, () => boolean>> = {
  Worker: () => has('Worker'),
  'WebAssembly SIMD': () => has('WebAssembly') && WebAssembly.validate(SIMD_PROBE),
  'VideoFrame (WebCodecs)': () => has('VideoFrame'),
  OffscreenCanvas: () => has('OffscreenCanvas'),
};

const CANVAS_NEEDS: Readonly<Record<string, () => boolean>> = {
  'HTMLVideoElement.requestVideoFrameCallback': () => videoHas('requestVideoFrameCallback'),
  'HTMLCanvasElement.captureStream': () => 'captureStream' in HTMLCanvasElement.prototype,
};

const lacking = (needs: Readonly<Record<string, () => boolean>>): string[] =>
  Object.keys(needs).filter((name) => needs[name]?.() !== true);

/**
 * Tells which paths work in this browser, in the order in which they are tried. Where the page has
 * no track processors and tracks can move, a worker is started and asked whether it has them.
 * @param choice - `canvas` leaves out the paths by track processors.
 * @param signal - Ends the asking, as if the worker gave no answer.
 */
export async function probeSupport(
  choice: PathChoice = 'auto',
  signal?: AbortSignal,
): Promise<Support> {
  const missing = lacking(NEEDS);
  if (missing.length > 0) return unsupported(missing);
  const forCanvas = lacking(CANVAS_NEEDS);
  const { path, reason } = choice === 'canvas' ? CANVAS_CHOSEN : await bestOfTracks(signal);
  const paths: Path[] = [];
  if (path) paths.push(path);
  if (forCanvas.length === 0) paths.push('canvas');
  return paths.length > 0 ? { paths, reason, missing } : unsupported(forCanvas);
}

const unsupported = (missing: readonly string[]): Support => ({
  paths: [],
  reason: `This browser lacks ${missing.join(', ')}.`,
  missing,
});

/** The path by track processors that works here, or why none does. */
interface TrackPath {
  readonly path?: Path;
  readonly reason: string;
}

const CANVAS_CHOSEN: TrackPath = { reason: 'The canvas path was asked for.' };
const NOT_IN_PAGE =
  'This browser has no MediaStreamTrackProcessor and MediaStreamTrackGenerator in the page';

async function bestOfTracks(signal?: AbortSignal): Promise<TrackPath> {
  if (has('MediaStreamTrackProcessor') && has('MediaStreamTrackGenerator'))
    return { path: 'tracks', reason: 'This browser reads and writes tracks in workers.' };
  const hindrance = await hindranceInWorkers(signal);
  if (hindrance !== undefined) return { reason: `${NOT_IN_PAGE}, and ${hindrance}.` };
  return { path: 'worker-tracks', reason: 'This browser moves tracks to workers and back.' };
}

async function hindranceInWorkers(signal?: AbortSignal): Promise<string | undefined> {
  if (!canMoveTracks()) return 'cannot move tracks to workers';
  try {
    const missing = await lackingInWorkers(signal);
    return missing.length > 0 ? `workers have no ${missing.join(' and no ')}` : undefined;
  } catch {
    return 'a worker that was asked for them gave no answer';
  }
}
