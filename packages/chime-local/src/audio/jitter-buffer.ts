/** How many packets wait before the first is played: what comes later than that is lost. */
const DEPTH = 2;
const MAX_DEPTH = 10;
/** A number this far away is another beginning. */
const MAX_DISTANCE = 50;
/** So long must there have been more than needed before one is left out. */
const PATIENCE_TICKS = 100;

/** What the tick gets: a packet, nothing in the place of one, or nothing at all yet. */
export type Played = Buffer | 'lost' | 'empty';

/** Puts one voice's packets in their order and evens out when they come. */
export class JitterBuffer {
  readonly #packets = new Map<number, Buffer>();
  /** The sequence number that is played next; undefined: packets are gathered. */
  #next: number | undefined;
  #leastLeft = Infinity;
  #ticks = 0;

  /** @param sequence - Without turns. The packet is kept. */
  push(sequence: number, packet: Buffer): void {
    const distance = sequence - (this.#next ?? sequence);
    if (Math.abs(distance) > MAX_DISTANCE) this.clear();
    else if (distance < 0) return;
    this.#packets.set(sequence, packet);
    if (this.#packets.size > MAX_DEPTH) this.catchUp();
  }

  pop(): Played {
    if (this.#next === undefined && this.#packets.size >= DEPTH) this.#next = this.#lowest();
    if (this.#next === undefined) return 'empty';
    if (this.#packets.size === 0) return this.#runDry();
    this.#followTheSender();
    return this.#take(this.#next);
  }

  /** Of what piled up only the newest stays. */
  catchUp(): void {
    this.#shorten(DEPTH);
  }

  clear(): void {
    this.#packets.clear();
    this.#next = undefined;
  }

  #lowest(): number {
    return Math.min(...this.#packets.keys());
  }

  #take(sequence: number): Played {
    const packet = this.#packets.get(sequence);
    this.#packets.delete(sequence);
    this.#next = sequence + 1;
    return packet ?? 'lost';
  }

  #runDry(): Played {
    this.#next = undefined;
    return 'empty';
  }

  /** A sender whose clock is faster than ours would fill the buffer for good. */
  #followTheSender(): void {
    this.#leastLeft = Math.min(this.#leastLeft, this.#packets.size);
    this.#ticks += 1;
    if (this.#ticks < PATIENCE_TICKS) return;
    if (this.#leastLeft > DEPTH) this.#shorten(this.#packets.size - 1);
    this.#ticks = 0;
    this.#leastLeft = Infinity;
  }

  #shorten(size: number): void {
    if (this.#packets.size <= size) return;
    while (this.#packets.size > size) this.#packets.delete(this.#lowest());
    if (this.#next !== undefined) this.#next = this.#lowest();
  }
}
