import { inTime } from '../worker/in-time';

/** Who takes frames, and until when. */
export interface FrameTaker {
  /** Takes each frame. */
  readonly offer: (frame: VideoFrame) => void;
  readonly signal: AbortSignal;
}

/** For a stream that is never done with it: its camera must not stay on. */
const CANCELLING_LIMIT_MS = 200;

/** Reads a stream of frames to its end, or until the signal; over once the stream is cancelled. */
export async function readFrames(
  readable: ReadableStream<VideoFrame>,
  { offer, signal }: FrameTaker,
): Promise<void> {
  const reader = readable.getReader();
  let cancelling: Promise<void> | undefined;
  signal.addEventListener('abort', () => (cancelling = cancelled(reader)));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return cancelling;
    offer(value);
  }
}

async function cancelled(reader: ReadableStreamDefaultReader): Promise<void> {
  await inTime(reader.cancel(), CANCELLING_LIMIT_MS).catch(() => undefined);
}

/**
 * Reads a track that moved to this worker to its end, or until the signal, and stops it: after its
 * stream is cancelled, so that the processor is done with the track by then.
 */
export async function readTrack(track: MediaStreamTrack, taker: FrameTaker): Promise<void> {
  // It may have ended on its way, and no processor takes it then.
  if (track.readyState === 'ended') return;
  const video = track as MediaStreamVideoTrack;
  try {
    await readFrames(new MediaStreamTrackProcessor({ track: video }).readable, taker);
  } finally {
    track.stop();
  }
}
