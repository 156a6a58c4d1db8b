/**
 * How far behind the newest a packet may come. NACKs bring packets again that are hundreds behind,
 * and as Chromium has it.
 */
export const WINDOW_PACKETS = 1024;

const WORD_BITS = 32;

/** Which indices were there lately (RFC 3711, section 3.3.2). */
export class ReplayWindow {
  /** A bit for each index, which stands for another one a window later. */
  readonly #seen = new Uint32Array(WINDOW_PACKETS / WORD_BITS);
  #highest: number | undefined;

  get highest(): number | undefined {
    return this.#highest;
  }

  /** Not there before, as far as is known: what is too old is not. */
  isNew(index: number): boolean {
    if (index < 0) return false;
    if (this.#highest === undefined || index > this.#highest) return true;
    return index > this.#highest - WINDOW_PACKETS && !this.#isSet(index);
  }

  /** Only for what is new and known to be true: a forged index would shut out those before it. */
  add(index: number): void {
    if (this.#highest === undefined || index > this.#highest) this.#advance(index);
    const bit = index % WINDOW_PACKETS;
    const word = Math.floor(bit / WORD_BITS);
    this.#seen[word] = (this.#seen[word] ?? 0) | (1 << (bit % WORD_BITS));
  }

  #isSet(index: number): boolean {
    const bit = index % WINDOW_PACKETS;
    return ((this.#seen[Math.floor(bit / WORD_BITS)] ?? 0) & (1 << (bit % WORD_BITS))) !== 0;
  }

  /** Forgets what stood in the places of the indices that are skipped. */
  #advance(index: number): void {
    const from = this.#highest ?? index;
    this.#highest = index;
    if (index - from >= WINDOW_PACKETS) {
      this.#seen.fill(0);
      return;
    }
    for (let skipped = from + 1; skipped < index; skipped += 1) this.#clear(skipped);
  }

  #clear(index: number): void {
    const bit = index % WINDOW_PACKETS;
    const word = Math.floor(bit / WORD_BITS);
    this.#seen[word] = (this.#seen[word] ?? 0) & ~(1 << (bit % WORD_BITS));
  }
}
