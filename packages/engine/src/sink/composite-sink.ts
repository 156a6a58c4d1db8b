import type { LoadedBackground } from '../background/loaded-background';
import type { Size } from '../frame/frame-size';
import type { CompositeMessage } from '../worker/messages';
import type { FrameOutput } from './frame-output';
import { HoldingFrame } from './holding-frame';
import { MonotonicClock } from './monotonic-clock';
import { SinkCounter } from './sink-counter';

/** How often the sink looks whether a frame must be held out, and so the rate of held frames. */
export const HOLD_INTERVAL_MS = 100;
/** How old the last composite may get after a failure, and how long a worker may be silent. */
export const STALE_MS = 1000;

type Composite = Extract<CompositeMessage, { type: 'composite' }>;

/**
 * The way out, and the place that fails closed: it takes composites only, and when there is none
 * to send it sends the last good one for a second, then the holding frame.
 */
export class CompositeSink {
  readonly counter: SinkCounter;
  readonly #clock = new MonotonicClock();
  readonly #holding: HoldingFrame;
  #last: VideoFrame | undefined;
  #lastCompositeAtMs = 0;
  #lastWriteAtMs = -Infinity;
  #firstEpoch = 0;
  #failing = false;
  #muted = false;

  /**
   * @param output - Takes every frame that leaves.
   * @param size - Of holding frames, until the first composite tells its own.
   * @param color - Of holding frames, where the background cannot be shown; `#rrggbb`.
   */
  constructor(
    private readonly output: FrameOutput,
    size: Size,
    color: string,
  ) {
    this.#holding = new HoldingFrame(size, color);
    this.counter = new SinkCounter(size);
  }

  /**
   * Sends a composite on, or closes it where it is refused. Takes the frame.
   * @returns Whether it was sent.
   */
  take({ frame, epoch, arrivedAtMs }: Composite, nowMs: number): boolean {
    if (this.#muted || epoch < this.#firstEpoch) {
      frame.close();
      return false;
    }
    const timestamp = this.#clock.forComposite(frame.timestamp, nowMs);
    this.#failing = false;
    this.#keep(frame, nowMs);
    this.#write(timestamp === frame.timestamp ? frame : restamped(frame, timestamp), nowMs);
    this.counter.countComposite(frameSize(this.#last), arrivedAtMs, nowMs);
    return true;
  }

  /** Shows another background in the holding frame; takes its bitmap. */
  show(background: LoadedBackground): void {
    this.#holding.show(background);
  }

  /** Refuses composites that were begun under an older background, the last one included. */
  refuseBefore(epoch: number): void {
    this.#firstEpoch = epoch;
    this.#forget();
  }

  /** Holds while the source is muted. What was seen before does not come back after. */
  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.#forget();
  }

  /** Notes that frames come in and no composite comes of them. */
  fail(): void {
    this.#failing = true;
  }

  /** Sends a held frame where the last one sent is too old. To be called every `HOLD_INTERVAL_MS`. */
  hold(nowMs: number): void {
    if (nowMs - this.#lastWriteAtMs < HOLD_INTERVAL_MS * 0.9) return;
    if (this.#failing && nowMs - this.#lastCompositeAtMs > STALE_MS) this.#forget();
    const timestamp = this.#clock.forHeld(nowMs);
    const last = this.#last && new VideoFrame(this.#last, { timestamp });
    this.#write(last ?? this.#holding.frame(timestamp), nowMs);
    this.counter.countHeld();
  }

  /** Closes every frame it holds. The output is closed by whoever opened it. */
  close(): void {
    this.#forget();
    this.#holding.close();
  }

  #keep(frame: VideoFrame, nowMs: number): void {
    this.#last?.close();
    this.#last = frame.clone();
    this.#lastCompositeAtMs = nowMs;
    this.#holding.resize(frameSize(frame));
  }

  #forget(): void {
    this.#last?.close();
    this.#last = undefined;
  }

  #write(frame: VideoFrame, nowMs: number): void {
    this.#lastWriteAtMs = nowMs;
    this.output.write(frame);
  }
}

function restamped(frame: VideoFrame, timestamp: number): VideoFrame {
  const copy = new VideoFrame(frame, { timestamp });
  frame.close();
  return copy;
}

const frameSize = (frame: VideoFrame | undefined): Size => ({
  width: frame?.displayWidth ?? 0,
  height: frame?.displayHeight ?? 0,
});
