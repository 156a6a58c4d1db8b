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

  /** False: too many, and none is taken. */
  take(count = 1): boolean {
    const nowMs = Date.now();
    const gained = (Math.max(0, nowMs - this.#filledMs) * this.perSecond) / 1000;
    this.#tokens = Math.min(this.burst, this.#tokens + gained);
    this.#filledMs = nowMs;
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }
}
