import { randomInt } from 'node:crypto';

/** Our SSRCs towards one client: one for each section in which we send, the same while it lives. */
export class Ssrcs {
  readonly #byMid = new Map<string, number>();

  of(mid: string): number {
    const ssrc = this.#byMid.get(mid) ?? this.#unused();
    this.#byMid.set(mid, ssrc);
    return ssrc;
  }

  /** Forgets those of sections that are not there any more. */
  keep(mids: readonly string[]): void {
    for (const mid of [...this.#byMid.keys()]) if (!mids.includes(mid)) this.#byMid.delete(mid);
  }

  #unused(): number {
    const taken = new Set(this.#byMid.values());
    for (;;) {
      const ssrc = randomInt(1, 2 ** 32);
      if (!taken.has(ssrc)) return ssrc;
    }
  }
}
