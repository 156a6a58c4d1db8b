/** Lets a burst pass, and then so many a second. */
export class TokenBucket {
  #tokens: number;
  #filledMs = Date.now();

  constructor(
    readonly perSecond: number,
    readonly burst: number,
  ) {
    this.#tokens = burst;
  }

  /** False: one too many. */
  take(): boolean {
    const nowMs = Date.now();
    const gained = (Math.max(0, nowMs - this.#filledMs) * this.perSecond) / 1000;
    this.#tokens = Math.min(this.burst, this.#tokens + gained);
    this.#filledMs = nowMs;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
