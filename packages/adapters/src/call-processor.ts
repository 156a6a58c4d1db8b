import type { BackgroundProcessor } from 'cyclorama';

/** A processor as calls use one: shown, left and shown again, however often. */
export interface CallProcessor extends Pick<BackgroundProcessor, 'on' | 'update' | 'state'> {
  /** What goes out, or went out last; empty before the first `show`. */
  readonly output: MediaStream;

  /**
   * Processes a stream from now on, in place of the one before.
   * @param user - Who alone can end it from now on.
   * @returns The output, the same as before where that is still live.
   */
  show(input: MediaStream, user: object): Promise<MediaStream>;

  /** Shows nobody any more, until it is shown another stream. */
  rest(): void;

  /** Ends the output at once, unless another user has taken it over. */
  end(user: object): void;

  /** What goes on with another camera. */
  forOtherCamera(): CallProcessor;
}
