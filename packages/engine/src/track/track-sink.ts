import type { SinkOutput } from '../worker/messages';

/** The track that goes out, and the hole through which the sink worker fills it. */
export interface TrackSink {
  readonly track: MediaStreamTrack;
  /** To be handed to the sink worker, once. */
  readonly output: SinkOutput;
  /** Draws a frame that the sink worker posted. Takes the frame. */
  draw(frame: VideoFrame): void;
  /** Ends the track, so that its consumers hear `ended`. */
  end(): void;
}

/** Ends a track as if its source had: `stop()` alone fires no event. */
export function endTrack(track: MediaStreamTrack): void {
  if (track.readyState === 'ended') return;
  track.stop();
  track.dispatchEvent(new Event('ended'));
}
