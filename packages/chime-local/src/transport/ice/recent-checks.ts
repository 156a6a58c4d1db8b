/** About ten minutes of a client that is connected. */
const MAX_CHECKS = 256;

/**
 * Knows checks again. Nothing in a check says where it was sent from, so a stranger who saw one could
 * send it again and be taken for the client's new address.
 */
export class RecentChecks {
  /** By transaction, the address it came from; the oldest first. */
  readonly #sources = new Map<string, string>();

  /** False: it came from another address before. */
  add(transactionId: Buffer, source: string): boolean {
    const transaction = transactionId.toString('latin1');
    const before = this.#sources.get(transaction);
    if (before !== undefined) return before === source;
    this.#sources.set(transaction, source);
    if (this.#sources.size > MAX_CHECKS) this.#forgetOldest();
    return true;
  }

  #forgetOldest(): void {
    for (const transaction of this.#sources.keys()) {
      this.#sources.delete(transaction);
      return;
    }
  }
}
