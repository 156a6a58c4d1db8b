/** What happens to a source's track, told to whoever cares. */
interface SourceListener {
  onMuted(muted: boolean): void;
  onEnded(): void;
}

/**
 * Listens to a track.
 * @returns A function that ends the listening.
 */
export function watchSource(track: MediaStreamTrack, listener: SourceListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  track.addEventListener('mute', () => listener.onMuted(true), { signal });
  track.addEventListener('unmute', () => listener.onMuted(false), { signal });
  track.addEventListener('ended', () => listener.onEnded(), { signal });
  return () => stop.abort();
}
