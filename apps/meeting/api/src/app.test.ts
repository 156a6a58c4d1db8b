import {
  errorResponse,
  participantsResponse,
  paths,
  roomResponse,
} from '@cyclorama/meeting-contract';
import type { Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app';
import { createLog } from './log/create-log';
import { askApp, type Asked } from './testing/ask';
import { openMeeting, type LocalMeeting } from './testing/open-meeting';
import { makeRoom, openCall, visit, visitAsHost } from './testing/visitor';

const options = { addressOf: () => '127.0.0.1', log: createLog({ level: 'silent' }) };

let meeting: LocalMeeting;
let app: Hono;
beforeAll(async () => {
  meeting = await openMeeting();
  app = createApp(meeting.services, options);
});
afterAll(() => meeting.close());

const ask = (method: string, path: string, body?: unknown, token?: string) =>
  askApp(app, { method, path, body, token });

async function refusal(asked: Promise<Response>) {
  const response = await asked;
  const { code, message } = errorResponse.parse(await response.json()).error;
  expect(message).toMatch(/^[A-Z].*\.$/);
  return [response.status, code];
}

const askThis = (asked: Asked) => askApp(app, asked);
const newRoom = (options = {}) => makeRoom(askThis, options);

describe('the API', () => {
  it('takes two people from an empty page into one meeting, and out again', async () => {
    const room = await newRoom({ waitingRoom: true });
    const host = await visitAsHost(askThis, room);
    const guest = await visit(askThis, room);
    const { roomId, participantId } = guest;
    await ask('POST', paths.admit(roomId, participantId), undefined, host.token);
    const shown = await ask('GET', paths.room(roomId), undefined, guest.token);
    expect(roomResponse.parse(await shown.json()).you.state).toBe('admitted');
    const calls = await Promise.all([host, guest].map((who) => openCall(askThis, who)));
    expect(calls[0]?.Meeting.MeetingId).toBe(calls[1]?.Meeting.MeetingId);
    const list = await ask('GET', `${paths.participants(roomId)}?limit=2`, undefined, host.token);
    expect(participantsResponse.parse(await list.json()).participants).toHaveLength(2);
    const left = await ask('POST', paths.leave(roomId), undefined, guest.token);
    expect(left.status).toBe(204);
    const ended = await ask('POST', paths.end(roomId), undefined, host.token);
    expect(ended.status).toBe(204);
    const late = ask('GET', paths.room(roomId), undefined, host.token);
    expect(await refusal(late)).toEqual([410, 'room-ended']);
  });

  it('answers whoever asks for its health, and lets nobody keep an answer', async () => {
    const response = await ask('GET', paths.health());
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses in one shape what is nowhere', async () => {
    expect(await refusal(ask('GET', '/api/rooms'))).toEqual([404, 'not-found']);
    expect(await refusal(ask('GET', '/elsewhere'))).toEqual([404, 'not-found']);
  });
});

describe('a body', () => {
  const post = (body: unknown) => refusal(ask('POST', paths.rooms(), body));

  it.each(['{', '', 'null', '[]', '{"name":7}', '{"__proto__":{"name":"x"}}'])(
    'is refused when it is %j',
    async (body) => expect(await post(body)).toEqual([400, 'bad-request']),
  );

  it('is refused when it is too large, whatever it says of its size', async () => {
    const large = JSON.stringify({ name: 'a'.repeat(17_000), requestId: randomUUID() });
    expect(await post(large)).toEqual([413, 'too-large']);
    const chunks = new Blob([large]).stream();
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: chunks, duplex: 'half' };
    const response = await app.request(paths.rooms(), init);
    expect(response.status).toBe(413);
  });

  it('is refused when a foreign page could send it unasked', async () => {
    const body = JSON.stringify({ name: 'Weekly', requestId: randomUUID() });
    const headers = { 'content-type': 'text/plain' };
    const sent = Promise.resolve(app.request(paths.rooms(), { method: 'POST', headers, body }));
    expect(await refusal(sent)).toEqual([400, 'bad-request']);
  });
});

describe('what goes wrong inside', () => {
  it('is told in a sentence that says nothing of it', async () => {
    const rooms = Object.assign(
      Object.create(meeting.services.rooms) as typeof meeting.services.rooms,
      {
        putNew: () => Promise.reject(new Error('secret table hunter2')),
      },
    );
    const broken = createApp({ ...meeting.services, rooms }, options);
    const body = JSON.stringify({ name: 'Weekly', requestId: randomUUID() });
    const headers = { 'content-type': 'application/json' };
    const response = await broken.request(paths.rooms(), { method: 'POST', headers, body });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).not.toMatch(/hunter2|table/);
  });
});
