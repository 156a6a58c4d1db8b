import { LIMITS, paths } from '@cyclorama/meeting-contract';
import { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuse } from '../http/refuse';
import { openDynalite, type LocalTables } from '../testing/open-dynalite';
import { addMessageRoutes } from './message-routes';
import { enterRoom, openTestServices } from './testing/enter-room';

let place: LocalTables;
/** Asks as somebody who is in a room. */
let ask: (
  method: string,
  path: string,
  body?: object,
) => Promise<{ status: number; body: unknown }>;
let all: string;
let one: (messageId: string) => string;

beforeAll(async () => {
  place = await openDynalite();
  const services = openTestServices(place);
  const app = new Hono();
  app.onError(refuse);
  addMessageRoutes(app, services);
  const { roomId, token } = await enterRoom(services);
  all = paths.messages(roomId);
  one = (messageId) => paths.message(roomId, messageId);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  ask = async (method, path, body) => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await app.request(path, init);
    return { status: response.status, body: await response.json() };
  };
});
afterAll(() => place.close());

const requestId = () => randomUUID();

it('posts, reads, edits and deletes', async () => {
  const request = { kind: 'text', text: 'Hello', requestId: requestId() };
  const posted = await ask('POST', all, request);
  expect(posted).toMatchObject({ status: 201, body: { message: { text: 'Hello' } } });
  expect(await ask('POST', all, request)).toEqual(posted);
  const { message } = posted.body as { message: { messageId: string } };
  expect(await ask('GET', `${all}?limit=1`)).toEqual({
    status: 200,
    body: { messages: [message] },
  });
  const edited = await ask('PATCH', one(message.messageId), { text: 'Good day' });
  expect(edited).toMatchObject({ status: 200, body: { message: { text: 'Good day' } } });
  const deleted = await ask('DELETE', one(message.messageId));
  expect(deleted).toMatchObject({ status: 200, body: { message: { kind: 'deleted' } } });
});

it.each([
  { kind: 'text', text: 'a'.repeat(LIMITS.messageLength + 1) },
  { kind: 'text', text: '  ' },
  { kind: 'stamp', stamp: 'https://elsewhere/stamp.png' },
  { kind: 'stamp', stamp: 'toString' },
  { kind: 'deleted' },
])('refuses a message that is not as the contract has it', async (wrong) => {
  const answer = await ask('POST', all, { ...wrong, requestId: requestId() });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'bad-request' } } });
});

it('refuses an edit that is too long, and pages that are too large', async () => {
  const long = { text: 'a'.repeat(LIMITS.messageLength + 1) };
  expect(await ask('PATCH', one('A'), long)).toMatchObject({ status: 400 });
  expect(await ask('GET', `${all}?limit=101`)).toMatchObject({ status: 400 });
  expect(await ask('GET', `${all}?before=A&after=B`)).toMatchObject({ status: 400 });
});

it('changes nothing but messages', async () => {
  expect(await ask('DELETE', one('request%23someone%23something'))).toMatchObject({ status: 404 });
});
