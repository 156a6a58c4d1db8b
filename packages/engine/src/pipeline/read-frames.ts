/** Who takes frames, and until when. */
export interface FrameTaker {
  /** Takes each frame. */
  readonly offer: (frame: VideoFrame) => void;
  readonly signal: AbortSignal;
}

/** Reads a stream of frames to its end, or until the signal. */
export async function readFrames(
  readable: ReadableStream<VideoFrame>,
  { offer, signal }: FrameTaker,
): Promise<void> {
  const reader = readable.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    offer(value);
  }
}

/** Reads a track that moved to this worker to its end, or until the signal, which stops it. */
export async function readTrack(track: MediaStreamTrack, taker: FrameTaker): Promise<void> {
  // It may have ended on its way, and no processor takes it then.
  if (track.readyState === 'ended') return;
  taker.signal.addEventListener('abort', () => track.stop());
  const video = track as MediaStreamVideoTrack;
  await readFrames(new MediaStreamTrackProcessor({ track: video }).readable, taker);
}
