import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { openTable } from '../tables/open-tables';
import { Attempts, type AttemptItem } from './attempts';

let nowMs = 1_000 * 600_000;
let place: LocalTables;
let attempts: Attempts;

beforeAll(async () => {
  place = await openDynalite({ now: () => nowMs });
  attempts = new Attempts(openTable<AttemptItem>(place, 'participants'));
});
afterAll(() => place.close());

const tryAs = (roomId: string, caller: string) => attempts.take({ roomId, caller, nowMs });
const refused = { code: 'too-many-requests' };

describe('attempts', () => {
  it('are ten from an address, however many come at once', async () => {
    const all = Array.from({ length: 25 }, () => tryAs('a', 'mallory'));
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(tryAs('a', 'ada')).resolves.toBeUndefined();
    await expect(tryAs('b', 'mallory')).resolves.toBeUndefined();
  });

  it('are a hundred for a room, from wherever they come', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, caller) => tryAs('c', `caller${caller}`)));
    await expect(tryAs('c', 'another')).rejects.toMatchObject(refused);
  });

  it('say when one may try again, and let one then', async () => {
    for (let tried = 0; tried < 10; tried += 1) await tryAs('d', 'mallory');
    nowMs += 100_000;
    await expect(tryAs('d', 'mallory')).rejects.toMatchObject({ retryAfterSeconds: 500 });
    nowMs += 500_000;
    await expect(tryAs('d', 'mallory')).resolves.toBeUndefined();
  });

  it('do not count when they were right', async () => {
    for (let joined = 0; joined < 12; joined += 1) {
      await tryAs('e', 'office');
      await attempts.giveBack({ roomId: 'e', caller: 'office', nowMs });
    }
    await expect(tryAs('e', 'office')).resolves.toBeUndefined();
  });
});
