import type { Rate } from '@cyclorama/meeting-contract';
import { networkOf } from './network-of';
import { takeTurn } from './turn';

/** Some megabytes, and more than ever call one process within the time that a bucket takes to fill. */
const MOST_NETWORKS = 20_000;

/** Counts requests of this process by the address that they come from, in bounded memory. */
export class AddressRates {
  /** When each network's bucket is full again; the one that was longest silent stands first. */
  readonly #fullAtMs = new Map<string, number>();

  constructor(
    readonly rate: Rate,
    readonly mostNetworks = MOST_NETWORKS,
  ) {}

  /** How many networks it remembers. */
  get size(): number {
    return this.#fullAtMs.size;
  }

  /** How long this address must wait; 0: it is served, and the request is counted. */
  take(address: string, nowMs: number): number {
    const network = networkOf(address);
    const turn = takeTurn(this.#fullAtMs.get(network), this.rate, nowMs);
    if (!turn.granted) return turn.waitMs;
    this.#fullAtMs.delete(network);
    this.#fullAtMs.set(network, turn.fullAtMs);
    this.#forget(nowMs);
    return 0;
  }

  /** Full buckets, which say no more than none; and of too many the one that is longest silent. */
  #forget(nowMs: number): void {
    for (const [network, fullAtMs] of this.#fullAtMs) {
      if (fullAtMs > nowMs && this.#fullAtMs.size <= this.mostNetworks) return;
      this.#fullAtMs.delete(network);
    }
  }
}
