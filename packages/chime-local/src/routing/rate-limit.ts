/** So much at once, and so much a second after that. */
export class RateLimit {
  #left: number;
  #filledMs = 0;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.#left = burst;
  }

  /** Whether one more is allowed now; it counts. */
  take(nowMs: number): boolean {
    const gained = ((nowMs - this.#filledMs) / 1000) * this.perSecond;
    this.#left = Math.min(this.burst, this.#left + gained);
    this.#filledMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
