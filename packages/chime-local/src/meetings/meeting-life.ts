const LONGEST_MS = 24 * 60 * 60 * 1000;
const LONGEST_EMPTY_MS = 5 * 60 * 1000;

/**
 * When a meeting ends by itself: after 24 hours, or five minutes in a row with nobody in it, as
 * the service documents.
 */
export class MeetingLife {
  readonly #over: () => void;
  readonly #longest: NodeJS.Timeout;
  #empty: NodeJS.Timeout | undefined;

  /** @param over - Called once, when the time is up. */
  constructor(over: () => void) {
    this.#over = over;
    this.#longest = setTimeout(over, LONGEST_MS).unref();
    this.setEmpty(true);
  }

  setEmpty(empty: boolean): void {
    if (empty && this.#empty) return;
    clearTimeout(this.#empty);
    this.#empty = empty ? setTimeout(this.#over, LONGEST_EMPTY_MS).unref() : undefined;
  }

  close(): void {
    clearTimeout(this.#longest);
    clearTimeout(this.#empty);
  }
}
