import type { Rate } from '@cyclorama/meeting-contract';
import { openTable, type TablePlace } from '../tables/open-tables';
import type { Change, Expiring, Key, Table } from '../tables/table';
import { turnEveryMs } from './turn';

/** A bucket that all processes share, in the table of participants. */
interface BucketItem extends Expiring {
  /** A partition of its own, so that who sends much keeps nobody else's waiting. */
  readonly roomId: string;
  /** What is counted. */
  readonly participantId: string;
  readonly fullAtMs: number;
}

/** Whose bucket it is, and of what. */
export interface BucketOwner {
  readonly roomId: string;
  readonly participantId: string;
  /** What is counted, such as `messages`. */
  readonly what: string;
}

/** Counts what a participant does, whichever process they reach. */
export class ParticipantRates {
  readonly #table: Table<BucketItem>;
  readonly #now: () => number;

  constructor(place: TablePlace) {
    this.#table = openTable<BucketItem>(place, 'participants');
    this.#now = place.now;
  }

  /** How long this participant must wait; 0: they may go on, and it is counted. */
  async take({ roomId, participantId, what }: BucketOwner, rate: Rate): Promise<number> {
    const key = { roomId: `rate#${roomId}#${participantId}`, participantId: what };
    const nowMs = this.#now();
    const taken =
      (await this.#take(key, fromFull(rate, nowMs), rate)) ??
      (await this.#take(key, fromUsed(rate, nowMs), rate));
    return taken ? 0 : turnEveryMs(rate);
  }

  #take(key: Key, change: Change, { windowMs }: Rate) {
    const expiresAt = Math.ceil((this.#now() + windowMs) / 1000) + 1;
    return this.#table.upsert(key, {
      ...change,
      update: `${change.update}, #expiresAt = :expiresAt`,
      values: { ...change.values, expiresAt },
    });
  }
}

/** As `takeTurn` does it, where the bucket is full: then the time in it has passed. */
function fromFull(rate: Rate, nowMs: number): Change {
  return {
    update: 'SET #fullAtMs = :nextMs',
    condition: 'attribute_not_exists(#fullAtMs) OR #fullAtMs <= :nowMs',
    values: { nextMs: nowMs + turnEveryMs(rate), nowMs },
  };
}

/** And where it is not, so that of many at once each takes a token of its own. */
function fromUsed(rate: Rate, nowMs: number): Change {
  const everyMs = turnEveryMs(rate);
  return {
    update: 'SET #fullAtMs = #fullAtMs + :everyMs',
    condition: '#fullAtMs > :nowMs AND #fullAtMs <= :latestMs',
    values: { everyMs, nowMs, latestMs: nowMs + rate.windowMs - everyMs },
  };
}
