import type { BoardServices } from './board';
import { BOARD_TOPIC, type BoardSaying } from './board-topic';

type PastSaying = BoardSaying & { is: 'past' };

/** Without an answer, or in the middle of one, for so long one asks again. */
const PATIENCE_MS = 3000;
/** Nobody answers where nobody has drawn. */
const MOST_TRIES = 3;

/** Asks the others what was drawn before, and takes the account of whoever answers first. */
export class PastQuestion {
  readonly #services: Pick<BoardServices, 'ownId' | 'channel' | 'roleOf' | 'drawing'>;
  readonly #onPast: (past: PastSaying) => void;
  #isOpen = false;
  #answererId: string | undefined;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    services: Pick<BoardServices, 'ownId' | 'channel' | 'roleOf' | 'drawing'>,
    onPast: (past: PastSaying) => void,
  ) {
    this.#services = services;
    this.#onPast = onPast;
  }

  /** Asks, unless an answer is awaited. */
  ask(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#tries = 0;
    this.#askOnce();
  }

  hear(past: PastSaying, senderId: string): void {
    const { ownId } = this.#services;
    if (!this.#isOpen || !past.to.includes(ownId) || !this.#isTrusted(senderId)) return;
    this.#answererId ??= senderId;
    if (this.#answererId !== senderId) return;
    this.#onPast(past);
    if (past.isLast) this.stop();
    else this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isOpen = false;
  }

  /** Where only hosts may draw, only a host's account of what others drew counts. */
  #isTrusted(senderId: string): boolean {
    const { drawing, roleOf } = this.#services;
    return drawing() === 'everyone' || roleOf(senderId) === 'host';
  }

  #askOnce(): void {
    this.#tries += 1;
    this.#answererId = undefined;
    this.#services.channel.send(BOARD_TOPIC, { is: 'ask' });
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#tries < MOST_TRIES) this.#askOnce();
      else this.stop();
    }, PATIENCE_MS);
  }
}
