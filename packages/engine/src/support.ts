import type { PathChoice } from './options';
import type { Path } from './stats';

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
 * Tells which paths work in this browser, in the order in which they are tried.
 * @param choice - `canvas` leaves out the path by track processors.
 */
export function probeSupport(choice: PathChoice = 'auto'): Support {
  const missing = lacking(NEEDS);
  const forCanvas = lacking(CANVAS_NEEDS);
  const tracks = has('MediaStreamTrackProcessor') && has('MediaStreamTrackGenerator');
  const paths: Path[] = [];
  if (tracks && choice === 'auto') paths.push('tracks');
  if (forCanvas.length === 0) paths.push('canvas');
  if (missing.length === 0 && paths.length > 0)
    return { paths, reason: reasonFor(paths, choice), missing };
  const all = [...missing, ...(paths.length === 0 ? forCanvas : [])];
  return { paths: [], reason: `This browser lacks ${all.join(', ')}.`, missing: all };
}

function reasonFor(paths: readonly Path[], choice: PathChoice): string {
  if (paths[0] === 'tracks') return 'This browser reads and writes tracks in workers.';
  if (choice === 'canvas') return 'The canvas path was asked for.';
  return 'This browser has no MediaStreamTrackProcessor and MediaStreamTrackGenerator in the page.';
}
