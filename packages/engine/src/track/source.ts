import type { ComputeClient } from '../worker/compute-client';

/** Where frames come from. It feeds one computing worker at a time. */
export interface FrameSource {
  /** Sends the frames there from now on, and no longer to where they went. */
  feed(compute: ComputeClient): void;
  /** Sends no frames until it is fed again: there is nothing to see. */
  rest(): void;
  /** Sends no more frames. The track lives on: it belongs to whoever passed it. */
  close(): void;
}

/**
 * The video track of what was given.
 * @throws TypeError where there is none, or it has ended.
 */
export function videoTrackOf(input: MediaStreamTrack | MediaStream): MediaStreamTrack {
  const track = input instanceof MediaStream ? input.getVideoTracks()[0] : input;
  if (!(track instanceof MediaStreamTrack)) throw new TypeError(`${WANTED}, got ${String(track)}.`);
  if (track.kind !== 'video') throw new TypeError(`${WANTED}, got a track of kind ${track.kind}.`);
  if (track.readyState === 'ended') throw new TypeError(`${WANTED}, got a track that has ended.`);
  return track;
}

const WANTED = 'The source must be a live video MediaStreamTrack, or a MediaStream with one';
