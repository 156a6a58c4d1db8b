/** Between tries: soon at first, and never long, since people sit before a still picture. */
const WAITS_MS = [100, 400, 800, 1200];

const LONGEST_MS = 1500;

/** How long to wait before one tries again. */
export class Patience {
  #tries = 0;

  constructor(
    private readonly sleep: (ms: number) => Promise<void> = (ms) =>
      new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  /** Longer each time. */
  wait(): Promise<void> {
    return this.sleep(WAITS_MS[this.#tries++] ?? LONGEST_MS);
  }

  /** It went well: the next trouble is another one. */
  reset(): void {
    this.#tries = 0;
  }
}
