import type { Role } from '@cyclorama/meeting-contract';
import { Store } from '../state/store';
import type { Past, Piece } from './board-topic';
import { decodePoints, encodePoints, type Points } from './points';

/** A stroke as it is drawn. */
export interface Stroke extends Pick<Piece, 'n' | 'at' | 'ink' | 'width'> {
  readonly key: string;
  readonly author: string;
  readonly points: Points;
  /** It was undone, and stays so. */
  readonly isGone: boolean;
}

/** Strokes on the board; when it is full somebody clears it. */
export const MOST_STROKES = 1500;
/** Strokes of one guest, who could fill it alone otherwise. */
export const MOST_OF_GUEST = 500;
/** Values of a stroke, two for a point; whoever draws on begins another. */
export const MOST_VALUES = 4000;
/** Values of a piece, so that it fits into a message. */
const PIECE_VALUES = 480;

/**
 * What was drawn, in an order that all pages agree on. Whatever comes twice, or late, or in another
 * order ends in the same picture: strokes only grow, and what is undone or cleared stays so.
 */
export class Drawing {
  /** In the order in which they are painted. */
  readonly strokes = new Store<readonly Stroke[]>([]);
  readonly #all = new Map<string, Stroke>();
  readonly #roleOf: (participantId: string) => Role | undefined;
  #cleared = 0;
  #clock = 0;

  constructor(roleOf: (participantId: string) => Role | undefined) {
    this.#roleOf = roleOf;
  }

  /** Whether somebody can begin no more strokes. */
  isFullFor(author: string): boolean {
    if (this.#all.size >= MOST_STROKES) return true;
    if (this.#roleOf(author) === 'host') return false;
    let count = 0;
    for (const stroke of this.#all.values()) if (stroke.author === author) count += 1;
    return count >= MOST_OF_GUEST;
  }

  /** The latest moment that is known of. */
  get clock(): number {
    return this.#clock;
  }

  /** All before that moment is wiped off. */
  get cleared(): number {
    return this.#cleared;
  }

  /** A moment after all that is known. */
  tick(): number {
    this.#clock += 1;
    return this.#clock;
  }

  /** Adds a piece; false: one before it is missing. */
  add(author: string, piece: Piece): boolean {
    const { n, at, ink, width, from } = piece;
    const key = `${author}/${n}`;
    const former = this.#all.get(key);
    const known = former?.points ?? [];
    if (former?.isGone || at <= this.#cleared) return true;
    if (2 * from > known.length) return false;
    if (!former && this.isFullFor(author)) return true;
    const points = decodePoints(piece.points)?.slice(known.length - 2 * from) ?? [];
    if (points.length === 0 || known.length + points.length > MOST_VALUES) return true;
    const all = [...known, ...points];
    this.#put(
      former
        ? { ...former, points: all }
        : { ...START, n, at, ink, width, key, author, points: all },
    );
    return true;
  }

  /** Takes a stroke away for good, whether it has come yet or not. */
  undo(author: string, { n, at }: Pick<Piece, 'n' | 'at'>): void {
    const key = `${author}/${n}`;
    const former = this.#all.get(key);
    if (at <= this.#cleared || (!former && this.isFullFor(author))) return;
    this.#put({ ...START, n, at, key, author, ...former, points: [], isGone: true });
  }

  /** Wipes off all up to a moment. */
  clear(at: number): void {
    this.#clock = Math.max(this.#clock, at);
    this.#cleared = Math.max(this.#cleared, at);
    for (const { key, at: begun } of this.#all.values()) {
      if (begun <= this.#cleared) this.#all.delete(key);
    }
    this.#show();
  }

  /** The author's last stroke that stands. */
  lastOf(author: string): Stroke | undefined {
    return this.strokes.get().findLast((stroke) => stroke.author === author);
  }

  /** All of it, in pieces. */
  *past(): Generator<Past> {
    for (const { author, isGone, n, at, ink, width, points } of this.#all.values()) {
      if (isGone) yield { author, piece: { n, at } };
      for (let from = 0; from < points.length; from += PIECE_VALUES) {
        const part = encodePoints(points.slice(from, from + PIECE_VALUES));
        yield { author, piece: { n, at, ink, width, from: from / 2, points: part } };
      }
    }
  }

  #put(stroke: Stroke): void {
    this.#clock = Math.max(this.#clock, stroke.at);
    this.#all.set(stroke.key, stroke);
    this.#show();
  }

  #show(): void {
    const standing = [...this.#all.values()].filter(({ isGone }) => !isGone);
    this.strokes.set(standing.sort(byMoment));
  }
}

const START = { ink: 'ink', width: 8, points: [], isGone: false } as const;

const byMoment = (a: Stroke, b: Stroke): number => a.at - b.at || (a.key < b.key ? -1 : 1);
