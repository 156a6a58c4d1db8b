import type { Store } from '../state/store';

/**
 * Brings something to what a store says, one step after the other: while a step is under way, any
 * number of changes ask for one more.
 */
export class Follower {
  #isStepping = false;
  #isAsked = false;
  #isEnded = false;

  constructor(private readonly step: () => Promise<void>) {}

  /** Takes the first step, and one for each change. Resolves after the first. */
  async follow(store: Pick<Store<unknown>, 'subscribe'>): Promise<() => void> {
    const unsubscribe = store.subscribe(() => void this.ask());
    await this.ask();
    return () => {
      this.#isEnded = true;
      unsubscribe();
    };
  }

  /** Asks for a step. */
  async ask(): Promise<void> {
    this.#isAsked = true;
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      while (this.#isAsked && !this.#isEnded) {
        this.#isAsked = false;
        await this.step();
      }
    } finally {
      this.#isStepping = false;
    }
  }
}
