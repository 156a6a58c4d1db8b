import { TURN } from './sequence-numbers';

/** Numbers and timestamps of one source, from a key frame on, moved into a client's. */
export class Stretch<Source, Format> {
  constructor(
    readonly source: Source,
    /** How its packets are written: what is sent again must be the same byte for byte. */
    readonly format: Format,
    private readonly firstIn: number,
    /** Without turns, like all numbers here but those that are sent. */
    readonly firstOut: number,
    private readonly timestampOffset: number,
  ) {}

  /** Undefined: it came before the stretch began. */
  outOf(sequence: number): number | undefined {
    return sequence < this.firstIn ? undefined : this.firstOut + sequence - this.firstIn;
  }

  sequenceOf(out: number): number {
    return this.firstIn + out - this.firstOut;
  }

  timestampOf(timestamp: number): number {
    return (timestamp + this.timestampOffset) >>> 0;
  }

  /** The same from a number on, written otherwise. */
  rewritten(format: Format, firstOut: number): Stretch<Source, Format> {
    const firstIn = this.sequenceOf(firstOut);
    return new Stretch(this.source, format, firstIn, firstOut, this.timestampOffset);
  }
}

const CLOCK_PER_MS = 90;

/**
 * What a client sees of all that it is shown in turn: one stream without gaps or jumps. There is one
 * for each SSRC as long as its key lives: a number that came twice would give the key away.
 */
export class Timeline<Source, Format> {
  #current: Stretch<Source, Format> | undefined;
  #former: Stretch<Source, Format> | undefined;
  // Above a turn, so that the highest number before the first is one too.
  #nextOut = TURN + Math.floor(Math.random() * 0x8000);
  #timestamp = Math.floor(Math.random() * 2 ** 32);
  #sentMs: number | undefined;

  get current(): Stretch<Source, Format> | undefined {
    return this.#current;
  }

  /** Another source, or the same again: what comes next follows what was sent last. */
  begin(source: Source, format: Format, sequence: number, timestamp: number, nowMs: number): void {
    const elapsedMs = nowMs - (this.#sentMs ?? nowMs);
    const elapsed = Math.max(1, Math.round(elapsedMs * CLOCK_PER_MS));
    const offset = (this.#timestamp + elapsed - timestamp) >>> 0;
    this.#former = this.#current;
    this.#current = new Stretch(source, format, sequence, this.#nextOut, offset);
  }

  /** What is sent for the first time is written so from now on. */
  rewrite(format: Format): void {
    if (!this.#current) return;
    this.#former = this.#current;
    this.#current = this.#current.rewritten(format, this.#nextOut);
  }

  noteSent(out: number, timestamp: number, nowMs: number): void {
    if (out < this.#nextOut) return;
    this.#nextOut = out + 1;
    this.#timestamp = timestamp;
    this.#sentMs = nowMs;
  }

  /** Which packet of which stretch went out under this number of 16 bits, lately. */
  find(number: number): { stretch: Stretch<Source, Format>; sequence: number } | undefined {
    const highest = this.#nextOut - 1;
    const out = highest - ((highest - number) & 0xffff);
    const stretch = [this.#current, this.#former].find((one) => one && out >= one.firstOut);
    return stretch && { stretch, sequence: stretch.sequenceOf(out) };
  }

  /** A source that is gone; nothing of it is held. */
  forget(source: Source): void {
    if (this.#former?.source === source) this.#former = undefined;
    if (this.#current?.source === source) this.#current = undefined;
  }

  /** Nothing is held or found any more; what comes next still goes on with the numbers. */
  forgetAll(): void {
    this.#current = this.#former = undefined;
  }
}
