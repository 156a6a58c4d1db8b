/**
 * Reads a stream of frames to its end, or until the signal.
 * @param offer - Takes each frame.
 */
export async function readFrames(
  readable: ReadableStream<VideoFrame>,
  offer: (frame: VideoFrame) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = readable.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    offer(value);
  }
}
