import { MOST_BYTES } from '../call/room-channel';
import type { BoardServices } from './board';
import { BOARD_TOPIC, type BoardSaying, type Past } from './board-topic';
import type { Drawing } from './drawing';

/** Twenty messages a second: far below what the service allows, beside all else that is sent. */
const EVERY_MS = 50;
/** Hosts answer first; guests where none has, one of them before the others. */
const DELAY_MS = { host: [0, 150], guest: [400, 1400] } as const;
/** Who asks while one answers, beyond so many, asks again. */
const MOST_ASKERS = 10;

/** Tells those who come later what was drawn; one page does it, and the others hear that it does. */
export class PastAnswer {
  readonly #services: Pick<BoardServices, 'ownId' | 'channel' | 'roleOf'>;
  readonly #drawing: Drawing;
  readonly #askers = new Set<string>();
  #delay: ReturnType<typeof setTimeout> | undefined;
  #sending: ReturnType<typeof setInterval> | undefined;

  constructor(services: Pick<BoardServices, 'ownId' | 'channel' | 'roleOf'>, drawing: Drawing) {
    this.#services = services;
    this.#drawing = drawing;
  }

  /** Somebody wants to know; answered soon, unless another does. */
  hearAsk(senderId: string): void {
    if (this.#drawing.clock === 0 || this.#askers.size >= MOST_ASKERS) return;
    this.#askers.add(senderId);
    if (this.#sending === undefined) this.#answerSoon();
  }

  /** Another answers them. */
  hearAnswer(to: readonly string[]): void {
    for (const id of to) this.#askers.delete(id);
  }

  /** Tells all what one has drawn oneself, which they take as if it were drawn now. */
  tellOwn(): void {
    const { ownId, channel } = this.#services;
    const own = [...this.#drawing.past()].filter(({ author }) => author === ownId);
    this.#sendAll(
      own.map(({ piece }) =>
        'points' in piece ? { is: 'draw', piece } : { is: 'undo', stroke: piece },
      ),
      (saying) => channel.send(BOARD_TOPIC, saying),
    );
  }

  stop(): void {
    clearTimeout(this.#delay);
    clearInterval(this.#sending);
    this.#sending = undefined;
  }

  #answerSoon(): void {
    const { roleOf, ownId } = this.#services;
    const [least, most] = DELAY_MS[roleOf(ownId) ?? 'guest'];
    clearTimeout(this.#delay);
    this.#delay = setTimeout(() => this.#answer(), least + Math.random() * (most - least));
  }

  #answer(): void {
    const to = [...this.#askers];
    this.#askers.clear();
    if (to.length === 0) return;
    const { channel } = this.#services;
    const sayings = inMessages(to, this.#drawing);
    this.#sendAll(sayings, (saying) => channel.send(BOARD_TOPIC, saying));
  }

  #sendAll(sayings: readonly BoardSaying[], send: (saying: BoardSaying) => void): void {
    const rest = [...sayings];
    this.stop();
    this.#sending = setInterval(() => {
      const next = rest.shift();
      if (next) send(next);
      else {
        this.stop();
        if (this.#askers.size > 0) this.#answerSoon();
      }
    }, EVERY_MS);
  }
}

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
