/** After so many they begin at 0 again. */
export const TURN = 0x10000;

/** A step that no loss explains: the sender began anew (RFC 3550, appendix A.1). */
const MAX_STEP = 3000;

/** The way of `from` to `to`, the shorter one around. */
function stepBetween(from: number, to: number): number {
  return ((to - from) << 16) >> 16;
}

/** Sequence numbers of 16 bits, counted on over their turns. */
export class SequenceNumbers {
  #highest: number | undefined;
  /** Comes next if what is far away is a new beginning and no stray packet. */
  #awaited: number | undefined;
  #isAnew = true;

  /** The highest so far; undefined: there was none. */
  get highest(): number | undefined {
    return this.#highest;
  }

  /** @returns the number without turns; undefined: a stray packet. */
  unwrap(number: number): number | undefined {
    if (this.#isAnew || this.#highest === undefined) return this.#begin(number);
    const step = stepBetween(this.#highest & 0xffff, number);
    if (Math.abs(step) > MAX_STEP) return this.#leap(number);
    this.#awaited = undefined;
    const sequence = this.#highest + step;
    this.#highest = Math.max(this.#highest, sequence);
    return sequence;
  }

  /** Whatever comes next is a beginning, far above all before. */
  restart(): void {
    this.#isAnew = true;
  }

  #leap(number: number): number | undefined {
    if (number === this.#awaited) return this.#begin(number);
    this.#awaited = (number + 1) & 0xffff;
    return undefined;
  }

  #begin(number: number): number {
    // Above a turn from the first on, so that what came before it has a number too.
    const turns = this.#highest === undefined ? 1 : Math.floor(this.#highest / TURN) + 2;
    this.#isAnew = false;
    this.#awaited = undefined;
    this.#highest = turns * TURN + number;
    return this.#highest;
  }
}

/** Whether one came so far above the other that the sender must have begun anew. */
export function isLeap(from: number, to: number): boolean {
  return to - from > MAX_STEP;
}
