/** How far a composite's timestamp may lie behind the last one to be put after it alone. */
const SMALL_GAP_US = 200_000;

/**
 * Timestamps that only rise. A composite keeps its source's, shifted where another source begins
 * earlier than the last one ended; a held frame gets what has passed since. Before the first
 * composite nothing is known of the source's time, so held frames are a microsecond apart.
 */
export class MonotonicClock {
  #lastUs = -1;
  #lastAtMs = 0;
  #shiftUs = 0;
  #begun = false;

  /**
   * @param timestampUs - The composite's own, microseconds.
   * @param nowMs - On any clock that does not go back.
   */
  forComposite(timestampUs: number, nowMs: number): number {
    const behindUs = this.#lastUs - (timestampUs + this.#shiftUs);
    if (behindUs >= SMALL_GAP_US) this.#shiftUs += behindUs + this.#sinceLastUs(nowMs);
    this.#begun = true;
    return this.#remember(Math.max(timestampUs + this.#shiftUs, this.#lastUs + 1), nowMs);
  }

  /** @param nowMs - On the same clock. */
  forHeld(nowMs: number): number {
    return this.#remember(this.#lastUs + (this.#begun ? this.#sinceLastUs(nowMs) : 1), nowMs);
  }

  #sinceLastUs(nowMs: number): number {
    return Math.max(1, Math.round((nowMs - this.#lastAtMs) * 1000));
  }

  #remember(timestampUs: number, nowMs: number): number {
    this.#lastUs = timestampUs;
    this.#lastAtMs = nowMs;
    return timestampUs;
  }
}
