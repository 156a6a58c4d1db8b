import type { BoardServices } from './board';
import { BOARD_TOPIC, type Piece } from './board-topic';
import { MOST_VALUES, type Drawing } from './drawing';
import { encodePoints, type Points } from './points';

/** Ten messages a second are smooth to look at, and far below what the service allows. */
const EVERY_MS = 100;
/** Points of a message. */
const MOST_VALUES_SENT = 480;

/** What a pen draws with. */
export type Tool = Pick<Piece, 'ink' | 'width'>;

/** One's own hand on the board: drawn here at once, and told to the others in small parts. */
export class Pen {
  readonly #services: Pick<BoardServices, 'ownId' | 'channel'>;
  readonly #drawing: Drawing;
  /** Who loads the page anew is the same participant, and gives other names. */
  readonly #prefix = crypto.randomUUID().slice(0, 8);
  #count = 0;
  #stroke: (Tool & Pick<Piece, 'n' | 'at'>) | undefined;
  #drawn: number[] = [];
  #told = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(services: Pick<BoardServices, 'ownId' | 'channel'>, drawing: Drawing) {
    this.#services = services;
    this.#drawing = drawing;
  }

  /** Puts the pen down. */
  begin(tool: Tool, points: Points): void {
    this.finish();
    this.#count += 1;
    const { ink, width } = tool;
    this.#stroke = { n: `${this.#prefix}${this.#count}`, at: this.#drawing.tick(), ink, width };
    this.#timer = setInterval(() => this.#tell(), EVERY_MS);
    this.draw(points);
  }

  /** Moves it on; nothing where it is not down. */
  draw(points: Points): void {
    const stroke = this.#stroke;
    if (!stroke || points.length === 0) return;
    const from = this.#drawn.length / 2;
    this.#drawn.push(...points);
    const added = { ...stroke, from, points: encodePoints(points) };
    this.#drawing.add(this.#services.ownId, added);
    if (this.#drawn.length > MOST_VALUES - MOST_VALUES_SENT) this.#begin(stroke);
  }

  /** Lifts it. */
  finish(): void {
    this.#tell();
    this.stop();
    this.#stroke = undefined;
    this.#drawn = [];
    this.#told = 0;
  }

  /** Tells no more. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** A stroke is as long as it may be: goes on with another. */
  #begin(stroke: Tool): void {
    this.begin(stroke, this.#drawn.slice(-2));
  }

  #tell(): void {
    while (this.#stroke && this.#told < this.#drawn.length) {
      const points = this.#drawn.slice(this.#told, this.#told + MOST_VALUES_SENT);
      const piece = { ...this.#stroke, from: this.#told / 2, points: encodePoints(points) };
      this.#services.channel.send(BOARD_TOPIC, { is: 'draw', piece });
      this.#told += points.length;
    }
  }
}
