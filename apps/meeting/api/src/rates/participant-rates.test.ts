import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { ParticipantRates } from './participant-rates';

const RATE = { most: 5, windowMs: 10_000 };

let nowMs = 1_700_000_000_000;
let place: LocalTables;
/** Two processes that share the table. */
let processes: [ParticipantRates, ParticipantRates];

beforeAll(async () => {
  place = await openDynalite({ now: () => nowMs });
  processes = [new ParticipantRates(place), new ParticipantRates(place)];
});
afterAll(() => place.close());

const ownerOf = (participantId: string) => ({ roomId: 'room', participantId, what: 'messages' });

/** What becomes of so many at once, by turns in one process and the other. */
const takeAtOnce = (participantId: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      processes[index % 2 === 0 ? 0 : 1].take(ownerOf(participantId), RATE),
    ),
  );

const granted = (waits: readonly number[]) => waits.filter((waitMs) => waitMs === 0).length;

describe('ParticipantRates', () => {
  it('grants a burst and no more, whichever process is asked, all at once', async () => {
    const waits = await takeAtOnce('ada', 20);
    expect(granted(waits)).toBe(5);
    expect(Math.max(...waits)).toBe(2000);
  });

  it('grants one more after each part of the window, and saves up no more than a burst', async () => {
    await takeAtOnce('grace', 6);
    nowMs += 2000;
    expect(granted(await takeAtOnce('grace', 3))).toBe(1);
    nowMs += 60_000;
    expect(granted(await takeAtOnce('grace', 9))).toBe(5);
  });

  it('counts each participant and each thing alone', async () => {
    await takeAtOnce('hedy', 6);
    expect(granted(await takeAtOnce('mary', 1))).toBe(1);
    const other = { ...ownerOf('hedy'), what: 'calls' };
    expect(await processes[0].take(other, RATE)).toBe(0);
  });
});
