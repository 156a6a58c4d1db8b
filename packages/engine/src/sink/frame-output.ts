import type { SinkEvent, SinkOutput } from '../worker/messages';

/** Where frames leave the sink worker. `write` takes the frame. */
export interface FrameOutput {
  /** Where the track is made here: to be moved to the page. */
  readonly track?: MediaStreamTrack;
  write(frame: VideoFrame): void;
  /** Drops what waits here: it is not to be seen any more. */
  forget?(): void;
  /** The page has taken a frame. */
  taken?(): void;
  close(): Promise<void>;
}

/**
 * Opens an output.
 * @param post - Sends an event to the page; a frame in it is transferred.
 */
export function openOutput(output: SinkOutput, post: (event: SinkEvent) => void): FrameOutput {
  if (output.type === 'writable') return new WritableOutput(output.writable, post);
  if (output.type === 'generator') return new GeneratorOutput(post);
  return new PostedOutput(post);
}

/** Frames on their way to the page: while it is blocked it takes none. */
const MAX_POSTED = 2;

/** Posts frames to the page, as many as it takes. Of those that come meanwhile the newest waits. */
class PostedOutput implements FrameOutput {
  #posted = 0;
  #waiting: VideoFrame | undefined;

  constructor(private readonly post: (event: SinkEvent) => void) {}

  write(frame: VideoFrame): void {
    this.forget();
    if (this.#posted < MAX_POSTED) this.#send(frame);
    else this.#waiting = frame;
  }

  forget(): void {
    this.#waiting?.close();
    this.#waiting = undefined;
  }

  taken(): void {
    this.#posted--;
    const frame = this.#waiting;
    this.#waiting = undefined;
    if (frame) this.#send(frame);
  }

  close(): Promise<void> {
    this.forget();
    return Promise.resolve();
  }

  #send(frame: VideoFrame): void {
    this.#posted++;
    this.post({ type: 'frame', frame });
  }
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
