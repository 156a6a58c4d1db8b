/** One frame as it came out of a track. */
export interface Arrival {
  readonly timestampUs: number;
  /** `performance.now()` when the reader had it. */
  readonly atMs: number;
}

/** So that a page that is late for a moment does not lose frames that did come. */
const BUFFERED_FRAMES = 10;

/**
 * Reads a track to its end, paints nothing, and closes every frame at once.
 * @param seen - Called for each frame, which is closed when it returns.
 */
export async function readTrack(
  track: MediaStreamTrack,
  seen: (arrival: Arrival, frame: VideoFrame) => void,
): Promise<void> {
  if (!isVideo(track)) throw new TypeError(`A video track is needed, got ${track.kind}.`);
  const reader = new MediaStreamTrackProcessor({
    track,
    maxBufferSize: BUFFERED_FRAMES,
  }).readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    try {
      seen({ timestampUs: value.timestamp, atMs: performance.now() }, value);
    } finally {
      value.close();
    }
  }
}

const isVideo = (track: MediaStreamTrack): track is MediaStreamVideoTrack => track.kind === 'video';
