import { distributionOf, type SinkFigures } from '../stats';
import type { Size } from '../frame/frame-size';

const WINDOW_MS = 1000;

interface Departure {
  readonly atMs: number;
  readonly latencyMs: number;
}

/** Counts what leaves the sink. */
export class SinkCounter {
  #framesOut = 0;
  #framesHeld = 0;
  #recent: Departure[] = [];

  constructor(private size: Size) {}

  /** @param arrivedAtMs - When the frame reached the engine, on the clock of `nowMs`. */
  countComposite(size: Size, arrivedAtMs: number, nowMs: number): void {
    this.size = size;
    this.#framesOut++;
    this.#recent.push({ atMs: nowMs, latencyMs: nowMs - arrivedAtMs });
    if (this.#recent.length > 240) this.#recent.shift();
  }

  /** A holding frame or a repeat went out. */
  countHeld(): void {
    this.#framesHeld++;
  }

  /** The figures now; rate and latency are of the last second. */
  figures(nowMs: number): SinkFigures {
    this.#recent = this.#recent.filter((departure) => nowMs - departure.atMs <= WINDOW_MS);
    return {
      ...this.size,
      fps: (this.#recent.length * 1000) / WINDOW_MS,
      framesOut: this.#framesOut,
      framesHeld: this.#framesHeld,
      latencyMs: distributionOf(this.#recent.map((departure) => departure.latencyMs)),
    };
  }
}
