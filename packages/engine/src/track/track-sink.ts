import type { SinkOutput } from '../worker/messages';

/** The track that goes out, and the hole through which the sink worker fills it. */
export interface TrackSink {
  /** Undefined where the sink worker makes the track. */
  readonly track: MediaStreamTrack | undefined;
  /** To be handed to the sink worker, once. */
  readonly output: SinkOutput;
  /** Draws a frame that the sink worker posted. Takes the frame. */
  draw(frame: VideoFrame): void;
  /** Frees what it drew with, once the track has ended. */
  close(): void;
}
