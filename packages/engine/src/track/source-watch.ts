/** What happens to a source's track, told to whoever cares. */
interface SourceListener {
  /** It was muted, or is no longer. */
  onMuted(): void;
  onEnded(): void;
}

/**
 * Listens to a track.
 * @returns A function that ends the listening.
 */
export function watchSource(track: MediaStreamTrack, listener: SourceListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  track.addEventListener('mute', () => listener.onMuted(), { signal });
  track.addEventListener('unmute', () => listener.onMuted(), { signal });
  track.addEventListener('ended', () => listener.onEnded(), { signal });
  return () => stop.abort();
}
