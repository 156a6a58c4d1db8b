/** What a processor is given, as far as a test holds it in its hand. */
export interface Source {
  readonly track: MediaStreamTrack;
  /** The same picture as the processor gets it. */
  draw(context: OffscreenCanvasRenderingContext2D): void;
  resize(width: number, height: number): void;
  close(): void;
}

/**
 * Lets the listeners of a track hear the events that a test fires itself: in Firefox those do not
 * reach the listeners of a track, unless they ask for it by an argument of its own.
 */
export function hearOwnEvents(track: MediaStreamTrack): void {
  const listen = track.addEventListener.bind(track) as (...args: unknown[]) => void;
  track.addEventListener = (...[type, listener, options]: unknown[]) =>
    listen(type, listener, options, true);
}

/** Says that a track is muted, as a camera that is covered or taken away does. */
export function setMuted(track: MediaStreamTrack, muted: boolean): void {
  Object.defineProperty(track, 'muted', { value: muted, configurable: true });
  track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
}
