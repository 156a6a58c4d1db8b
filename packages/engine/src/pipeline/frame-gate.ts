import { epochNowMs } from '../worker/epoch-clock';

/** A frame, and when it came: milliseconds on the clock that all workers share. */
interface Waiting {
  readonly frame: VideoFrame;
  readonly arrivedAtMs: number;
}

/**
 * Lets one frame at a time into the pipeline. Of those that come meanwhile only the newest waits;
 * older ones are closed.
 */
export class FrameGate {
  #waiting: Waiting | undefined;
  #busy = false;
  #framesIn = 0;
  #framesDropped = 0;

  /** @param process - Takes a frame; what it throws is its own affair, so it must not. */
  constructor(
    private readonly process: (frame: VideoFrame, arrivedAtMs: number) => Promise<void>,
  ) {}

  /** Frames offered so far. */
  get framesIn(): number {
    return this.#framesIn;
  }

  /** Frames closed without being processed. */
  get framesDropped(): number {
    return this.#framesDropped;
  }

  /** Takes a frame, to be processed at once, later, or not at all. */
  offer(frame: VideoFrame): void {
    this.#framesIn++;
    this.#drop();
    this.#waiting = { frame, arrivedAtMs: epochNowMs() };
    if (!this.#busy) void this.#drain();
  }

  #drop(): void {
    if (!this.#waiting) return;
    this.#waiting.frame.close();
    this.#waiting = undefined;
    this.#framesDropped++;
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) {
      await this.process(next.frame, next.arrivedAtMs);
    }
    this.#busy = false;
  }

  #next(): Waiting | undefined {
    const next = this.#waiting;
    this.#waiting = undefined;
    return next;
  }
}
