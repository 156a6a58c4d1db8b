import type { BoardServices } from './board';
import { BOARD_TOPIC } from './board-topic';

/** All miss the same at the same time, and one of them asks. */
const DELAY_MS = 1000;
/** So seldom one author is asked, whatever they send. */
const EVERY_MS = 5000;

/** Asks an author for their own strokes where a part of one is missing. */
export class GapQuestion {
  readonly #services: Pick<BoardServices, 'channel'>;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Who was asked of late, by whomever: the answer goes to all. */
  readonly #asked = new Map<string, number>();

  constructor(services: Pick<BoardServices, 'channel'>) {
    this.#services = services;
  }

  /** Asks soon, unless another does. */
  ask(author: string): void {
    const last = this.#asked.get(author) ?? -Infinity;
    if (this.#timers.has(author) || performance.now() - last < EVERY_MS) return;
    const timer = setTimeout(() => this.#ask(author), Math.random() * DELAY_MS);
    this.#timers.set(author, timer);
  }

  /** Another asks them. */
  hearAsk(author: string): void {
    if (!this.#timers.has(author)) return;
    this.#settle(author);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #ask(author: string): void {
    this.#settle(author);
    this.#services.channel.send(BOARD_TOPIC, { is: 'ask', author });
  }

  #settle(author: string): void {
    clearTimeout(this.#timers.get(author));
    this.#timers.delete(author);
    this.#asked.set(author, performance.now());
  }
}
