import { LIMITS, paths } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askServer, type Asked } from '../testing/ask';
import { rawRequest } from '../testing/raw-request';
import { startMeeting, type StartedMeeting } from '../testing/start-meeting';
import { makeRoom, readChat, say, visit } from '../testing/visitor';

let meeting: StartedMeeting;
const ask = (asked: Asked) => askServer(meeting.url, asked);
beforeAll(async () => {
  meeting = await startMeeting();
});
afterAll(() => meeting.close());

const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  rawRequest({
    ...{ port: meeting.port, path: paths.rooms(), method: 'POST', body },
    headers: { 'content-type': 'application/json', ...headers },
  });

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)>';

it('markup in names and messages comes back as the text that it is, and as no page', async () => {
  const created = await makeRoom(ask);
  const ada = await visit(ask, created, { name: MARKUP.slice(0, LIMITS.nameLength) });
  await say(ask, ada, MARKUP);
  const [message] = await readChat(ask, ada);
  expect(message).toMatchObject({ text: MARKUP, senderName: MARKUP.slice(0, LIMITS.nameLength) });
  const headers = { authorization: `Bearer ${ada.token}` };
  const path = paths.messages(ada.roomId);
  const answer = await rawRequest({ port: meeting.port, path, headers });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
  });
});

describe('a body', () => {
  it.each([
    ['nested as deep as it may be', '['.repeat(LIMITS.bodyBytes)],
    ['of bytes that are no text', '"\xff\xfe"'],
    ['with its end missing', '{"name":"Weekly"'],
    ['of another type', 'name=Weekly'],
  ])('is refused: %s', async (_, body) => {
    const { status, body: said } = await post(body);
    expect([status, said]).toEqual([400, expect.stringContaining('"bad-request"') as string]);
  });

  it('changes no object but its own, whatever its keys are called', async () => {
    const pollution = '{"polluted":true,"role":"host","state":"admitted"}';
    const keys = `"__proto__":${pollution},"constructor":{"prototype":${pollution}}`;
    const requestId = randomUUID();
    const body = `{"name":"Weekly","requestId":"${requestId}",${keys},"options":{${keys}}}`;
    const { status, body: made } = await post(body);
    expect(status).toBe(201);
    expect(made).not.toContain('polluted');
    expect('polluted' in {}).toBe(false);
    const created = await makeRoom(ask, { waitingRoom: true });
    const path = paths.join(created.room.roomId);
    const join = `{"name":"Eve","secret":"${created.secret}","requestId":"${requestId}",${keys}}`;
    const joined = await rawRequest({
      ...{ port: meeting.port, path, method: 'POST', body: join },
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(joined.body)).toMatchObject({
      admission: 'waiting',
      participant: { role: 'guest', state: 'waiting' },
    });
  });

  it('is not read to its end when it is too large', async () => {
    const head = `POST ${paths.rooms()} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    const lengths = [`Content-Length: ${2 ** 40}\r\n\r\n`, 'Transfer-Encoding: chunked\r\n\r\n'];
    for (const length of lengths) {
      const socket = connect(meeting.port, '127.0.0.1').on('error', () => undefined);
      socket.write(head + length);
      const chunk = 'a'.repeat(0x1000);
      for (let sent = 0; sent < 8; sent += 1) socket.write(`1000\r\n${chunk}\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toContain('413 Payload Too Large');
      socket.destroy();
    }
  });
});
