/**
 * Timestamps that never go back: a composite keeps its source's, shifted where another source
 * begins earlier than the last one ended; a held frame gets what has passed since.
 */
export class MonotonicClock {
  #lastUs = 0;
  #lastAtMs = 0;
  #shiftUs = 0;

  /**
   * @param timestampUs - The composite's own, microseconds.
   * @param nowMs - `performance.now()`.
   */
  forComposite(timestampUs: number, nowMs: number): number {
    const gapUs = this.#sinceLastUs(nowMs);
    if (timestampUs + this.#shiftUs <= this.#lastUs) {
      this.#shiftUs = this.#lastUs + gapUs - timestampUs;
    }
    return this.#remember(timestampUs + this.#shiftUs, nowMs);
  }

  /** @param nowMs - `performance.now()`. */
  forHeld(nowMs: number): number {
    return this.#remember(this.#lastUs + this.#sinceLastUs(nowMs), nowMs);
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
