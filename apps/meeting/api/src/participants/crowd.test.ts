import { LIMITS, type ParticipantState } from '@cyclorama/meeting-contract';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { Services } from '../services';
import { arrive, arriveAsHost, newRoom, openMeeting, type Joined } from '../testing/open-meeting';
import type { LocalMeeting } from '../testing/open-meeting';
import { showRoom } from '../rooms/show-room';
import { leave } from './leave';
import { listParticipants } from './list-participants';
import { remove } from './remove';

let nowMs = Date.now();
let meeting: LocalMeeting;
let services: Services;
beforeAll(async () => {
  meeting = await openMeeting({ now: () => nowMs });
  services = meeting.services;
});
afterAll(() => meeting.close());

const HOUR_MS = 60 * 60 * 1_000;
const itemOf = ({ roomId, id: participantId }: Joined) =>
  services.participants.get({ roomId, participantId });

/** So many who are as this one, but for their state. */
async function crowd(who: Joined, count: number, state: ParticipantState): Promise<void> {
  const item = await itemOf(who);
  if (!item) throw new Error('Nobody is there.');
  const putOne = () =>
    services.participants.putNew({
      ...{ ...item, role: 'guest', state },
      participantId: randomBytes(16).toString('base64url'),
    });
  await Promise.all(Array.from({ length: count }, putOne));
}

it('a list asks the table once, however many have left or were put out', async () => {
  const created = await newRoom(services);
  const host = await arriveAsHost(services, created);
  await Promise.all([1, 2, 3].map(() => arrive(services, created)));
  await crowd(host, 60, 'left');
  await crowd(host, 60, 'removed');
  const asked = vi.spyOn(services.participants, 'query');
  onTestFinished(() => asked.mockRestore());
  for (const limit of [4, 5, 50]) {
    asked.mockClear();
    const { participants, next } = await listParticipants(services, host, { limit });
    expect([participants.length, next, asked.mock.calls.length]).toEqual([4, undefined, 1]);
  }
});

it('whoever left is forgotten after an hour, unless they came back', async () => {
  const created = await newRoom(services);
  const [ada, bob] = await Promise.all([1, 2].map(() => arrive(services, created)));
  const requestId = randomUUID();
  const cem = await arrive(services, created, { requestId });
  if (!ada || !bob) throw new Error('Nobody came.');
  await Promise.all([ada, cem].map((who) => leave(services, who)));
  await arrive(services, created, { requestId });
  nowMs += HOUR_MS - 1_000;
  expect(await itemOf(ada)).toMatchObject({ state: 'left' });
  nowMs += 1_000;
  expect(await itemOf(ada)).toBeUndefined();
  expect(await itemOf(bob)).toMatchObject({ state: 'admitted' });
  await expect(showRoom(services, cem)).resolves.toBeDefined();
  await expect(showRoom(services, ada)).rejects.toMatchObject({ code: 'bad-token' });
});

it('whoever is put out after they left stays out for good', async () => {
  const created = await newRoom(services);
  const host = await arriveAsHost(services, created);
  const requestId = randomUUID();
  const eve = await arrive(services, created, { requestId });
  await leave(services, eve);
  await remove(services, host, eve.id);
  nowMs += 2 * HOUR_MS;
  const back = arrive(services, created, { requestId });
  await expect(back).rejects.toMatchObject({ code: 'removed' });
});

it.each(['admitted', 'waiting'] as const)(
  'a room full of people who are %s takes no more but hosts and those who are in',
  async (state) => {
    const created = await newRoom(services);
    const requestId = randomUUID();
    const ada = await arrive(services, created, { requestId });
    await crowd(ada, 20, 'left');
    await crowd(ada, LIMITS.people - 2, state);
    const last = await arrive(services, created);
    const full = { code: 'room-full' };
    await expect(arrive(services, created)).rejects.toMatchObject(full);
    await expect(arrive(services, created, { requestId })).resolves.toMatchObject({ id: ada.id });
    await expect(arriveAsHost(services, created)).resolves.toBeDefined();
    await leave(services, last);
    await leave(services, ada);
    await expect(arrive(services, created)).resolves.toBeDefined();
  },
);
