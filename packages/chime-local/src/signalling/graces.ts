import type { Participant } from './participant';

/** How long somebody whose connection was lost may take to come again before it is said to be gone. */
const GRACE_MS = 5000;

/** Who has vanished and may come again. */
export class Graces {
  readonly #timers = new Map<Participant, ReturnType<typeof setTimeout>>();

  /** @param over - It did not come again in time. */
  constructor(readonly over: (participant: Participant) => void) {}

  /** From now on; again: anew. */
  give(participant: Participant): void {
    this.end(participant);
    this.#timers.set(
      participant,
      setTimeout(() => this.over(participant), GRACE_MS),
    );
  }

  end(participant: Participant): void {
    clearTimeout(this.#timers.get(participant));
    this.#timers.delete(participant);
  }
}
