import type { Device } from 'amazon-chime-sdk-js';
import { BackgroundProcessor } from 'cyclorama';

/**
 * What a device shows: a camera by its id or by constraints, which the SDK opens and stops; a stream
 * of the app's, which stays the app's; or a processor of the app's that runs, whose output is shown.
 */
export type ChimeVideoSource = Device | BackgroundProcessor;

const WANTED =
  "source must be a camera's id, MediaTrackConstraints, a MediaStream with a live video track, or " +
  'a BackgroundProcessor that runs';

const OTHER_PROCESSOR =
  'Another processor is no other camera: make a device of it by chimeVideoInput(processor).';

/** Whether it is the SDK that opens it. */
export const isCamera = (source: ChimeVideoSource): source is string | MediaTrackConstraints =>
  !(source instanceof MediaStream) && !(source instanceof BackgroundProcessor);

/**
 * Checks a source that comes from outside.
 * @throws TypeError that says what it must be, what it is, and what to do.
 */
export function requireSource(source: unknown): asserts source is ChimeVideoSource {
  const fault = faultOf(source);
  if (fault !== undefined) throw new TypeError(`${WANTED}, ${fault}.`);
}

/** As `requireSource`, for another camera in place of the one before. */
export function requireDevice(source: unknown): asserts source is Device {
  requireSource(source);
  if (source instanceof BackgroundProcessor) throw new TypeError(OTHER_PROCESSOR);
}

function faultOf(source: unknown): string | undefined {
  if (typeof source === 'string') return source === '' ? "got ''" : undefined;
  if (source instanceof MediaStream) return faultOfStream(source);
  if (source instanceof BackgroundProcessor) return faultOfProcessor(source);
  if (source instanceof MediaStreamTrack) return 'got a track: pass new MediaStream([track])';
  if (source instanceof MediaDeviceInfo) return 'got a MediaDeviceInfo: pass its deviceId';
  return isPlainObject(source) ? undefined : `got ${String(source)}`;
}

function faultOfStream(stream: MediaStream): string | undefined {
  const [track] = stream.getVideoTracks();
  if (!track) return 'got a stream without a video track';
  return track.readyState === 'live' ? undefined : 'got a stream whose video track has ended';
}

function faultOfProcessor({ state, track }: BackgroundProcessor): string | undefined {
  if (track?.readyState === 'live') return undefined;
  if (track || state === 'closed') return 'got one whose output has ended: make another one';
  return `got one that is ${state}: await its start() first, or pass a camera and options`;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isPlain(Object.getPrototypeOf(value));
}

const isPlain = (prototype: unknown): boolean =>
  prototype === Object.prototype || prototype === null;
