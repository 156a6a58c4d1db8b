import type { FrameOutput } from './frame-output';
import { restamped } from './restamp';

/** Writes frames in the order in which they were given, though some must be copied first. */
export class OrderedOutput {
  #turn: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(private readonly output: FrameOutput) {}

  /**
   * Writes a frame with a timestamp. Takes the frame.
   * @param isWanted - Asked just before it leaves: what was to be shown may be refused meanwhile.
   */
  write(frame: VideoFrame, timestampUs: number, isWanted: () => boolean): void {
    if (this.#waiting === 0 && frame.timestamp === timestampUs) return this.output.write(frame);
    this.#waiting++;
    this.#turn = this.#turn
      .then(() => this.#writeCopy(frame, timestampUs, isWanted))
      .catch(() => undefined)
      .finally(() => this.#waiting--);
  }

  /** Drops what has not left yet. */
  forget(): void {
    this.output.forget?.();
  }

  async #writeCopy(frame: VideoFrame, timestampUs: number, isWanted: () => boolean): Promise<void> {
    try {
      const copy = await restamped(frame, timestampUs);
      if (isWanted()) this.output.write(copy);
      else copy.close();
    } finally {
      frame.close();
    }
  }
}
