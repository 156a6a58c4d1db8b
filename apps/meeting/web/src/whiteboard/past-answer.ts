import { MOST_BYTES } from '../call/room-channel';
import { Seldom } from '../talk/seldom';
import type { BoardServices } from './board';
import { BOARD_TOPIC, type BoardSaying, type Past } from './board-topic';
import type { Drawing } from './drawing';
import { mayRecount } from './trust';

/** Twenty messages a second: far below what the service allows, beside all else that is sent. */
const EVERY_MS = 50;
/** Hosts answer first; guests where none has, one of them before the others. */
const DELAY_MS = { host: [0, 150], guest: [400, 1400] } as const;
/** Who asks while one answers, beyond so many, asks again. */
const MOST_ASKERS = 10;

type AnswerServices = Omit<BoardServices, 'connection'>;

/** Tells those who come later what was drawn; one page does it, and the others hear that it does. */
export class PastAnswer {
  readonly #services: AnswerServices;
  readonly #drawing: Drawing;
  /** Whether they know of strokes already, by their ids. */
  readonly #askers = new Map<string, boolean>();
  readonly #seldom = new Seldom();
  #queue: readonly BoardSaying[] = [];
  #delay: ReturnType<typeof setTimeout> | undefined;
  #sending: ReturnType<typeof setInterval> | undefined;

  constructor(services: AnswerServices, drawing: Drawing) {
    this.#services = services;
    this.#drawing = drawing;
  }

  /** Somebody wants to know; answered soon, unless another does. */
  hearAsk(senderId: string, hasSome: boolean): void {
    if (this.#drawing.clock === 0 || this.#askers.size >= MOST_ASKERS) return;
    if (!this.#seldom.allows(senderId)) return;
    this.#askers.set(senderId, hasSome);
    if (this.#sending === undefined) this.#answerSoon();
  }

  /** Somebody misses a part of what one drew oneself; while it is being told, they hear it. */
  hearAskForOwn(senderId: string): void {
    const isBeingTold = this.#queue.some(({ is }) => is !== 'past');
    if (!isBeingTold && this.#seldom.allows(senderId)) this.tellOwn();
  }

  /** Another answers them, which counts where they would take it from that one. */
  hearAnswer(to: readonly string[], senderId: string): void {
    for (const id of to) {
      if (this.#isTaken(senderId, id, this.#askers.get(id))) this.#askers.delete(id);
    }
  }

  /** Tells all what one has drawn oneself, which they take as if it were drawn now. */
  tellOwn(): void {
    const past = this.#queue.filter(({ is }) => is === 'past');
    this.#queue = [...past, ...ownOf(this.#services.ownId, this.#drawing)];
    this.#sendAll();
  }

  stop(): void {
    clearTimeout(this.#delay);
    this.#pause();
    this.#queue = [];
  }

  #answerSoon(): void {
    const { roleOf, ownId } = this.#services;
    const [least, most] = DELAY_MS[roleOf(ownId) ?? 'guest'];
    clearTimeout(this.#delay);
    this.#delay = setTimeout(() => this.#answer(), least + Math.random() * (most - least));
  }

  #answer(): void {
    const { ownId } = this.#services;
    const askers = [...this.#askers];
    this.#askers.clear();
    const to = askers.filter((asker) => this.#isTaken(ownId, ...asker)).map(([id]) => id);
    if (to.length > 0) this.#queue = [...this.#queue, ...inMessages(to, this.#drawing)];
    // The others take of this page what was drawn on it, and no more.
    if (to.length < askers.length) this.tellOwn();
    else this.#sendAll();
  }

  #isTaken(tellerId: string, askerId: string, hasSome = false): boolean {
    return mayRecount(this.#services, tellerId, askerId, hasSome);
  }

  #sendAll(): void {
    this.#sending ??= setInterval(() => this.#sendNext(), EVERY_MS);
  }

  #sendNext(): void {
    const [next, ...rest] = this.#queue;
    this.#queue = rest;
    if (next) this.#services.channel.send(BOARD_TOPIC, next);
    else {
      this.#pause();
      if (this.#askers.size > 0) this.#answerSoon();
    }
  }

  #pause(): void {
    clearInterval(this.#sending);
    this.#sending = undefined;
  }
}

/** What somebody has drawn, as they tell it while they draw. */
const ownOf = (ownId: string, drawing: Drawing): readonly BoardSaying[] =>
  [...drawing.past()]
    .filter(({ author }) => author === ownId)
    .map(({ piece }) =>
      'points' in piece ? { is: 'draw', piece } : { is: 'undo', stroke: piece },
    );

/** A drawing in as many messages as it takes. */
function inMessages(to: readonly string[], drawing: Drawing): readonly BoardSaying[] {
  const message = (parts: readonly Past[], isLast: boolean): BoardSaying => ({
    ...{ is: 'past', to: [...to], cleared: drawing.cleared, parts: [...parts], isLast },
  });
  const lists: Past[][] = [];
  for (const part of drawing.past()) {
    const list = lists.at(-1);
    if (list && lengthOf(message([...list, part], false)) <= MOST_BYTES) list.push(part);
    else lists.push([part]);
  }
  return [...lists.map((parts) => message(parts, false)), message([], true)];
}

/** All of it is ASCII. */
const lengthOf = (saying: BoardSaying): number => JSON.stringify(saying).length;
