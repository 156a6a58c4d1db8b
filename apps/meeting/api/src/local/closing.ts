/** Ends one thing that was opened. */
export type Close = () => Promise<void>;

/** What was opened, to be closed from the last to the first, once. */
export class Closing {
  readonly #closes: Close[] = [];
  #closed: Promise<void> | undefined;

  later(close: Close): void {
    this.#closes.push(close);
  }

  /** May be called twice. @throws The first failure, after all was tried. */
  close(): Promise<void> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closes.reverse()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
