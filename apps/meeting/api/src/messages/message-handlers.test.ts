import { RATES, type ParticipantState } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Credentials } from '../access/authorise';
import type { Services } from '../services';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { edit, list, post, remove } from './message-handlers';
import { enterRoom, openTestServices } from './testing/enter-room';

const nowMs = Date.now();
let place: LocalTables;
let services: Services;

beforeAll(async () => {
  place = await openDynalite({ now: () => nowMs });
  services = openTestServices(place);
});
afterAll(() => place.close());

const enter = (state?: ParticipantState) => enterRoom(services, state);
const say = (who: Credentials, text = 'Hello') =>
  post(services, who, { kind: 'text', text, requestId: randomUUID() });
const read = (who: Credentials) => list(services, who, { limit: 100 });

it('posts, edits, deletes and reads in the name of whose token it is', async () => {
  const ada = await enter();
  const { message } = await say(ada);
  expect(message).toMatchObject({ senderId: ada.participantId, senderName: 'Ada' });
  const target = { ...ada, messageId: message.messageId };
  const edited = await edit(services, target, { text: 'Good day' });
  expect(await read(ada)).toEqual({ messages: [edited.message] });
  const removed = await remove(services, target);
  expect(await read(ada)).toEqual({ messages: [removed.message] });
});

it.each([
  ['waiting', 'waiting'],
  ['removed', 'removed'],
  ['left', 'bad-token'],
] as const)('lets nobody who is %s read or write', async (state, code) => {
  const eve = await enter(state);
  await expect(say(eve)).rejects.toMatchObject({ code });
  await expect(read(eve)).rejects.toMatchObject({ code });
});

it('takes no token of another room, and none that is altered', async () => {
  const ada = await enter();
  const { token } = await enter();
  await expect(say({ ...ada, token })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(read({ ...ada, token })).rejects.toMatchObject({ code: 'not-allowed' });
  const altered = ada.token.replace(/.{4}$/, 'AAAA');
  await expect(say({ ...ada, token: altered })).rejects.toMatchObject({ code: 'bad-token' });
  expect(await read(ada)).toEqual({ messages: [] });
});

it('takes a stamp for somebody in the room, and for nobody else', async () => {
  const ada = await enter();
  const stampFor = (target: string) =>
    post(services, ada, { kind: 'stamp', stamp: 'heart', target, requestId: randomUUID() });
  const { participantId } = ada;
  expect((await stampFor(participantId)).message).toMatchObject({ target: participantId });
  const beside = async (participantId: string, state: ParticipantState) => {
    const { roomId } = ada;
    const item = await services.participants.get({ roomId, participantId: ada.participantId });
    if (item) await services.participants.putNew({ ...item, participantId, state });
    return participantId;
  };
  const bob = await beside('b'.repeat(22), 'admitted');
  expect((await stampFor(bob)).message).toMatchObject({ target: bob });
  const gone = [await beside('c'.repeat(22), 'left'), await beside('d'.repeat(22), 'waiting')];
  for (const nobody of [...gone, (await enter()).participantId, 'e'.repeat(22)]) {
    await expect(stampFor(nobody)).rejects.toMatchObject({ code: 'bad-request' });
  }
  expect((await read(ada)).messages).toHaveLength(2);
});

it('refuses a participant who sends too much, however, and serves others', async () => {
  const [ada, bob] = [await enter(), await enter()];
  const flood = Array.from({ length: RATES.messages.most + 5 }, () => say(ada));
  const results = await Promise.allSettled(flood);
  const failed = results.filter(({ status }) => status === 'rejected');
  expect(failed).toHaveLength(5);
  expect(failed[0]).toMatchObject({ reason: { code: 'too-many-requests', retryAfterSeconds: 1 } });
  const messageId = (await read(ada)).messages[0]?.messageId ?? '';
  const deletion = remove(services, { ...ada, messageId });
  await expect(deletion).rejects.toMatchObject({ code: 'too-many-requests' });
  await expect(say(bob)).resolves.toHaveProperty('message');
});
