import type { BoardServices } from './board';
import { BOARD_TOPIC, type BoardSaying } from './board-topic';
import type { Drawing } from './drawing';
import { mayRecount } from './trust';

type PastSaying = BoardSaying & { is: 'past' };
type QuestionServices = Omit<BoardServices, 'connection'>;

/** Without an answer, or in the middle of one, for so long one asks again. */
const PATIENCE_MS = 3000;
/** Nobody answers where nobody has drawn. */
const MOST_TRIES = 3;

/** Asks the others what was drawn before, and takes the account of whoever answers first. */
export class PastQuestion {
  readonly #services: QuestionServices;
  readonly #onPast: (past: PastSaying) => void;
  readonly #drawing: Drawing;
  #isOpen = false;
  /** Something was drawn when one asked: a guest's account could take it away. */
  #hasSome = false;
  #answererId: string | undefined;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: QuestionServices, drawing: Drawing, onPast: (past: PastSaying) => void) {
    this.#services = services;
    this.#drawing = drawing;
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
    if (!this.#isOpen || !past.to.includes(ownId)) return;
    if (!mayRecount(this.#services, senderId, ownId, this.#hasSome)) return;
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

  #askOnce(): void {
    this.#tries += 1;
    this.#answererId = undefined;
    this.#hasSome = this.#drawing.clock > 0;
    this.#services.channel.send(BOARD_TOPIC, { is: 'ask', hasSome: this.#hasSome });
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
