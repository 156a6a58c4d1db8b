/** What happened, in order, by short names. */
export class CallLog {
  readonly entries: string[] = [];
  readonly #waiting = new Set<() => void>();

  add(entry: string): void {
    this.entries.push(entry);
    for (const look of this.#waiting) look();
  }

  count(entry: string): number {
    return this.entries.filter((each) => each === entry).length;
  }

  /** Resolves once an entry stands there this often. */
  waitFor(entry: string, times = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.count(entry) < times) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}
