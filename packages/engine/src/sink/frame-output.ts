import type { SinkEvent, SinkOutput } from '../worker/messages';

/** Where frames leave the sink worker. `write` takes the frame. */
export interface FrameOutput {
  /** Where the track is made here: to be moved to the page. */
  readonly track?: MediaStreamTrack;
  write(frame: VideoFrame): void;
  close(): Promise<void>;
}

/**
 * Opens an output.
 * @param post - Sends an event to the page; a frame in it is transferred.
 */
export function openOutput(output: SinkOutput, post: (event: SinkEvent) => void): FrameOutput {
  if (output.type === 'writable') return new WritableOutput(output.writable, post);
  if (output.type === 'generator') return new GeneratorOutput(post);
  return { write: (frame) => post({ type: 'frame', frame }), close: () => Promise.resolve() };
}

/** Writes into a track generator. A track that nobody reads any more ends the output. */
class WritableOutput implements FrameOutput {
  readonly #writer: WritableStreamDefaultWriter<VideoFrame>;

  constructor(writable: WritableStream<VideoFrame>, post: (event: SinkEvent) => void) {
    this.#writer = writable.getWriter();
    const ended = (): void => post({ type: 'ended' });
    this.#writer.closed.then(ended, ended);
  }

  write(frame: VideoFrame): void {
    // The stream closes what it takes, and not what it refuses.
    this.#writer.write(frame).catch(() => frame.close());
  }

  async close(): Promise<void> {
    await this.#writer.close().catch(() => undefined);
  }
}

/** Writes into a track that is made here. */
class GeneratorOutput extends WritableOutput {
  readonly track: MediaStreamTrack;

  constructor(post: (event: SinkEvent) => void) {
    const { track, writable } = new VideoTrackGenerator();
    super(writable, post);
    this.track = track;
  }
}
