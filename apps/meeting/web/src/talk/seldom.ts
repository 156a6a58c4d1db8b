/** How long each waits until the next is let through. */
const EVERY_MS = 1000;

/** Lets one thing a second through of each: a flood of questions is no flood of answers. */
export class Seldom {
  readonly #last = new Map<string, number>();

  /** Whether it may be now; if so it counts. */
  allows(participantId: string): boolean {
    const now = performance.now();
    const last = this.#last.get(participantId);
    if (last !== undefined && now - last < EVERY_MS) return false;
    this.#last.set(participantId, now);
    return true;
  }
}
