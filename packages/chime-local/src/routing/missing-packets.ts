/** What is out of order comes within this; only then is it asked for. */
const PATIENCE_MS = 10;
const REPEAT_MS = 50;
const MAX_ASKS = 10;
/** More than so many are not asked for again: only a key frame helps. */
const MAX_MISSING = 128;

interface Gap {
  readonly sinceMs: number;
  askedMs: number;
  asks: number;
}

/** Which packets of a stream did not come, and when to ask for them. */
export class MissingPackets {
  /** By sequence number, lower ones first. */
  readonly #gaps = new Map<number, Gap>();
  #next: number | undefined;
  #isAbandoned = false;

  /** @param sequence - Without turns. */
  noteArrival(sequence: number, nowMs: number): void {
    const next = this.#next ?? sequence;
    if (sequence < next) {
      this.#gaps.delete(sequence);
      return;
    }
    this.#noteGap(next, sequence, nowMs);
    this.#next = sequence + 1;
  }

  /** Those to ask for now. */
  takeDue(nowMs: number): readonly number[] {
    if (this.#gaps.size === 0) return NONE;
    const due: number[] = [];
    for (const [sequence, gap] of this.#gaps) {
      if (gap.asks === MAX_ASKS && isDue(gap, nowMs)) this.#abandon(sequence);
      else if (isDue(gap, nowMs)) due.push(sequence);
    }
    for (const sequence of due) this.#noteAsked(sequence, nowMs);
    return due;
  }

  /** Whether packets will be missing for good, since the last call. */
  takeAbandoned(): boolean {
    const isAbandoned = this.#isAbandoned;
    this.#isAbandoned = false;
    return isAbandoned;
  }

  /** The next packet is a beginning. */
  clear(): void {
    this.#gaps.clear();
    this.#next = undefined;
    this.#isAbandoned = false;
  }

  #noteGap(from: number, to: number, nowMs: number): void {
    if (this.#gaps.size + to - from > MAX_MISSING) {
      this.#gaps.clear();
      this.#isAbandoned = true;
      return;
    }
    for (let sequence = from; sequence < to; sequence += 1) {
      this.#gaps.set(sequence, { sinceMs: nowMs, askedMs: -Infinity, asks: 0 });
    }
  }

  #noteAsked(sequence: number, nowMs: number): void {
    const gap = this.#gaps.get(sequence);
    if (!gap) return;
    gap.askedMs = nowMs;
    gap.asks += 1;
  }

  #abandon(sequence: number): void {
    this.#gaps.delete(sequence);
    this.#isAbandoned = true;
  }
}

const NONE: readonly number[] = [];

function isDue(gap: Gap, nowMs: number): boolean {
  return nowMs - gap.sinceMs >= PATIENCE_MS && nowMs - gap.askedMs >= REPEAT_MS;
}
