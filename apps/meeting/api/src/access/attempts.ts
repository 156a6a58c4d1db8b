import { RATES, type Rate } from '@cyclorama/meeting-contract';
import { Refusal } from './refusal';
import type { Expiring, Table } from '../tables/table';

/** How often a thing was tried in one window; the window is in the key. */
export interface AttemptItem extends Expiring {
  readonly roomId: string;
  readonly participantId: string;
  readonly attempts: number;
}

/** Who tries what. */
export interface Attempt {
  readonly roomId: string;
  /** What stands for the caller's address, which is not kept. */
  readonly caller: string;
  readonly nowMs: number;
}

/** Counts passcodes that are tried, in a partition of their own, away from the room's participants. */
export class Attempts {
  readonly #table: Table<AttemptItem>;

  constructor(table: Table<AttemptItem>) {
    this.#table = table;
  }

  /** Counted before it is tried, so that many at once are not more. @throws Refusal */
  async take(attempt: Attempt): Promise<void> {
    for (const { key, rate } of counters(attempt)) {
      const endsAt = Math.ceil((windowOf(rate, attempt.nowMs) + 1) * (rate.windowMs / 1_000));
      const counted = await this.#table.upsert(key, {
        update: 'ADD #attempts :one SET #expiresAt = :endsAt',
        condition: 'attribute_not_exists(#attempts) OR #attempts < :most',
        values: { one: 1, endsAt, most: rate.most },
      });
      if (!counted) throw tooMany(endsAt - attempt.nowMs / 1_000);
    }
  }

  /** The passcode was right: it does not count. */
  async giveBack(attempt: Attempt): Promise<void> {
    const change = { update: 'ADD #attempts :minus', values: { minus: -1 } };
    await Promise.all(counters(attempt).map(({ key }) => this.#table.change(key, change)));
  }
}

function counters({ roomId, caller, nowMs }: Attempt) {
  const count = (who: string, rate: Rate) => ({
    rate,
    key: {
      roomId: `attempt#${roomId}`,
      participantId: `${who}#${windowOf(rate, nowMs)}`,
    },
  });
  return [count(caller, RATES.passcodesByAddress), count('all', RATES.passcodesByRoom)];
}

const windowOf = ({ windowMs }: Rate, nowMs: number): number => Math.floor(nowMs / windowMs);

function tooMany(seconds: number): Refusal {
  const wait = Math.max(1, Math.ceil(seconds));
  return new Refusal(
    'too-many-requests',
    'The passcode was wrong too often. Wait some minutes, then try again.',
    wait,
  );
}
