/** Browsers send no two key frames sooner one after the other. */
const INTERVAL_MS = 300;

/** When to ask a sender for a key frame, however many want one, until it comes. */
export class KeyFrameRequest {
  #isWanted = false;
  #askedMs = -Infinity;

  want(): void {
    this.#isWanted = true;
  }

  /** One came, or nobody wants one any more. */
  settle(): void {
    this.#isWanted = false;
  }

  /** Whether to ask now, which counts as asked. */
  takeDue(nowMs: number): boolean {
    if (!this.#isWanted || nowMs - this.#askedMs < INTERVAL_MS) return false;
    this.#askedMs = nowMs;
    return true;
  }
}
