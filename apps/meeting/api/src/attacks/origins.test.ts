import { paths } from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askServer, type Asked } from '../testing/ask';
import { openSignalling, rawRequest } from '../testing/raw-request';
import { startMeeting, type StartedMeeting } from '../testing/start-meeting';
import { makeRoom, openCall, visit } from '../testing/visitor';

let meeting: StartedMeeting;
let own: string;
beforeAll(async () => {
  meeting = await startMeeting();
  own = `localhost:${meeting.port}`;
});
afterAll(() => meeting.close());

const ask = (asked: Asked) => askServer(meeting.url, asked);

const create = (headers: Readonly<Record<string, string>>, method = 'POST') =>
  rawRequest({
    ...{ port: meeting.port, path: paths.rooms(), method },
    headers: { 'content-type': 'application/json', host: own, ...headers },
    body: method === 'POST' ? JSON.stringify({ name: 'Weekly', requestId: randomUUID() }) : '',
  });

/** Pages that may be open in a browser on this machine. */
const foreign = () => [
  'https://evil.example',
  `http://evil.example:${meeting.port}`,
  `http://localhost:${meeting.port + 1}`,
  `http://localhost.evil.example:${meeting.port}`,
  `http://evil.example@${own}.evil.example`,
  'null',
];

describe('a page of another origin', () => {
  it('is refused, and may read nothing', async () => {
    expect((await create({ origin: `http://${own}` })).status).toBe(201);
    for (const origin of foreign()) {
      for (const method of ['POST', 'OPTIONS']) {
        const answer = await create({ origin, 'access-control-request-method': 'POST' }, method);
        expect(answer.status, origin).toBe(403);
        const names = Object.keys(answer.headers).filter((name) => name.includes('allow'));
        expect(names, origin).toEqual([]);
      }
    }
  });

  it('gets no signalling, be it with a join token', async () => {
    const call = await openCall(ask, await visit(ask, await makeRoom(ask)));
    const connected = async (origin: string) => {
      const socket = await openSignalling(call, { headers: { origin } });
      socket?.destroy();
      return socket !== undefined;
    };
    expect(await connected(`http://${own}`)).toBe(true);
    for (const origin of foreign()) expect(await connected(origin), origin).toBe(false);
  });
});

it.each(['evil.example', 'evil.example:80', 'localhost.evil.example'])(
  'a name that leads here is not answered: %j',
  async (host) => {
    expect((await create({ host, origin: `http://${host}` })).status).toBe(403);
    const page = await rawRequest({ port: meeting.port, path: '/', headers: { host } });
    expect(page.status).toBe(403);
  },
);

it('the machine’s own names and addresses are', async () => {
  for (const host of ['localhost', '127.0.0.1:80', '[::1]:4173', 'studio.localhost']) {
    expect((await create({ host, origin: `http://${host}` })).status, host).toBe(201);
  }
});
