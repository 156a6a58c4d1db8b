import type { LoadedBackground } from '../background/loaded-background';
import type { Size } from '../frame/frame-size';
import type { CompositeMessage } from '../worker/messages';
import type { FrameOutput } from './frame-output';
import { HoldingFrame } from './holding-frame';
import { MonotonicClock } from './monotonic-clock';
import { OrderedOutput } from './ordered-output';
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
  readonly #output: OrderedOutput;
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
  constructor(output: FrameOutput, size: Size, color: string) {
    this.#output = new OrderedOutput(output);
    this.#holding = new HoldingFrame(size, color);
    this.counter = new SinkCounter(size);
  }

  /**
   * Sends a composite on, or closes it where it is refused. Takes the frame.
   * @returns Whether it was sent.
   */
  take({ frame, epoch, arrivedAtMs }: Composite, nowMs: number): boolean {
    const isWanted = (): boolean => !this.#muted && epoch >= this.#firstEpoch;
    if (!isWanted()) {
      frame.close();
      return false;
    }
    this.#failing = false;
    this.#keep(frame, nowMs);
    this.#lastWriteAtMs = nowMs;
    this.#output.write(frame, this.#clock.forComposite(frame.timestamp, nowMs), isWanted);
    this.counter.countComposite(sizeOf(this.#last), arrivedAtMs, nowMs);
    return true;
  }

  /** Shows another background in the holding frame; takes its bitmap. */
  show(background: LoadedBackground): void {
    this.#holding.show(background);
  }

  /** Refuses composites that were begun under an older background, the last one included. */
  refuseBefore(epoch: number, nowMs: number): void {
    this.#firstEpoch = epoch;
    this.#forget();
    this.#sendHeld(nowMs);
  }

  /** Holds while the source is muted. What was seen before does not come back after. */
  setMuted(muted: boolean, nowMs: number): void {
    this.#muted = muted;
    if (!muted) return;
    this.#forget();
    this.#sendHeld(nowMs);
  }

  /** Notes that frames come in and no composite comes of them. */
  fail(): void {
    this.#failing = true;
  }

  /** Sends a held frame where the last one sent is too old. To be called every `HOLD_INTERVAL_MS`. */
  hold(nowMs: number): void {
    if (nowMs - this.#lastWriteAtMs < HOLD_INTERVAL_MS * 0.9) return;
    if (this.#failing && nowMs - this.#lastCompositeAtMs > STALE_MS) this.#forget();
    this.#sendHeld(nowMs);
  }

  /** Closes every frame it holds. The output is closed by whoever opened it. */
  close(): void {
    this.#forget();
    this.#holding.close();
  }

  #sendHeld(nowMs: number): void {
    const last = this.#last;
    const frame = last ? last.clone() : this.#holding.frame();
    // Of the holding frame nothing is to be hidden; the last composite may have been forgotten.
    const isWanted = (): boolean => !last || this.#last === last;
    this.#lastWriteAtMs = nowMs;
    this.#output.write(frame, this.#clock.forHeld(nowMs), isWanted);
    this.counter.countHeld();
  }

  #keep(frame: VideoFrame, nowMs: number): void {
    this.#last?.close();
    this.#last = frame.clone();
    this.#lastCompositeAtMs = nowMs;
    this.#holding.resize(sizeOf(frame));
  }

  #forget(): void {
    this.#output.forget();
    this.#last?.close();
    this.#last = undefined;
  }
}

const sizeOf = (frame: VideoFrame | undefined): Size => ({
  width: frame?.displayWidth ?? 0,
  height: frame?.displayHeight ?? 0,
});
