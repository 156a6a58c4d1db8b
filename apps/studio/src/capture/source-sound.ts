import type { Source } from '../sources/source';

/** What is heard of a source. Whoever opened it stops it. */
export interface SourceSound {
  readonly tracks: readonly MediaStreamTrack[];
  stop(): void;
}

/** No sound at all. */
export const SILENCE: SourceSound = { tracks: [], stop: () => undefined };

/**
 * The sound that belongs to a source: its own, and for a camera the microphone's.
 * @throws DOMException where the microphone is refused, or there is none.
 */
export async function openSound({ kind, stream }: Source): Promise<SourceSound> {
  if (kind !== 'camera') return { ...SILENCE, tracks: stream.getAudioTracks() };
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const tracks = microphone.getAudioTracks();
  return { tracks, stop: () => tracks.forEach((track) => track.stop()) };
}
