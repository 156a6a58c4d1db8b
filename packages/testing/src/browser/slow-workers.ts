/** Workers that hear the page late, once that has begun. */
export interface SlowWorkers {
  begin(): void;
  restore(): void;
}

/**
 * Has workers of a name hear late what the page says to them, so that what depends on the order in
 * which two workers learn of something shows.
 */
export function slowWorkers(name: string, delayMs: number): SlowWorkers {
  const Former = globalThis.Worker;
  let isSlow = false;
  globalThis.Worker = class extends Former {
    readonly #name: string | undefined;

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.#name = options?.name;
    }

    override postMessage(message: unknown, transfer: Transferable[] | object = []): void {
      const post = (): void => super.postMessage(message, transfer as Transferable[]);
      if (isSlow && this.#name === name) setTimeout(post, delayMs);
      else post();
    }
  };
  return { begin: () => (isSlow = true), restore: () => (globalThis.Worker = Former) };
}
