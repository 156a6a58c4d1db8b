import {
  callResponse,
  createRoomResponse,
  errorResponse,
  joinResponse,
  LIMITS,
  messagesResponse,
  paths,
  RATES,
} from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GatewayHandler } from './open-handler';
import { makeEvent, type EventOptions } from './testing/make-event';
import { openCloud, type LocalCloud } from './testing/open-cloud';

let cloud: LocalCloud;
let handler: GatewayHandler;
beforeAll(async () => {
  cloud = await openCloud();
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  ({ handler } = await import('../lambda'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

const ask = (options: EventOptions) => handler(makeEvent(options));

/** What an answer says, which no page of another site may read. */
function bodyOf(answer: Awaited<ReturnType<GatewayHandler>>, status = 200): unknown {
  expect(answer.statusCode).toBe(status);
  expect(answer.isBase64Encoded).toBe(false);
  expect(answer.headers?.['cache-control']).toBe('no-store');
  return JSON.parse(answer.body);
}

async function refusal(options: EventOptions) {
  const answer = await ask(options);
  return [answer.statusCode, errorResponse.parse(JSON.parse(answer.body)).error.code];
}

async function newRoom(options: EventOptions = {}) {
  const body = { name: 'Weekly', options: {}, requestId: randomUUID() };
  const answer = await ask({ method: 'POST', path: paths.rooms(), body, ...options });
  return createRoomResponse.parse(bodyOf(answer, 201));
}

async function join({ room, secret }: Awaited<ReturnType<typeof newRoom>>) {
  const body = { name: 'Ada', secret, requestId: randomUUID() };
  const answer = await ask({ method: 'POST', path: paths.join(room.roomId), body });
  return joinResponse.parse(bodyOf(answer));
}

describe('the function', () => {
  it('takes somebody from an empty page into a call, and keeps what they say', async () => {
    const created = await newRoom();
    const { roomId } = created.room;
    const { token } = await join(created);
    const call = await ask({ method: 'POST', path: paths.call(roomId), token });
    expect(callResponse.parse(bodyOf(call)).Meeting.MeetingId).toBeTruthy();
    const body = { kind: 'text', text: 'Grüße 👋', requestId: randomUUID() };
    bodyOf(await ask({ method: 'POST', path: paths.messages(roomId), body, token }), 201);
    const page = await ask({ path: paths.messages(roomId), query: 'limit=1', token });
    const { messages } = messagesResponse.parse(bodyOf(page));
    expect(messages).toMatchObject([{ text: 'Grüße 👋' }]);
    const left = await ask({ method: 'POST', path: paths.leave(roomId), token });
    expect(left).toMatchObject({ statusCode: 204, body: '' });
  });

  it('reads a body that the gateway has written in base64', async () => {
    const body = JSON.stringify({ name: 'Größe', options: {}, requestId: randomUUID() });
    const text = Buffer.from(body).toString('base64');
    const { room } = await newRoom({ text, isBase64Encoded: true });
    expect(room.name).toBe('Größe');
  });

  it('takes no notice of cookies, and sets none', async () => {
    const answer = await ask({ cookies: ['session=1', 'token=2'] });
    expect(bodyOf(answer)).toEqual({ status: 'ok' });
    expect(answer.cookies).toBeUndefined();
  });

  it("tells the gateway's request id, which stands in its log as well", async () => {
    const event = makeEvent();
    const { headers } = await handler(event);
    expect(headers?.['x-request-id']).toBe(event.requestContext.requestId);
  });

  it('reads its keys once, however much it is asked', async () => {
    await Promise.all([ask({}), ask({}), ask({})]);
    expect(cloud.secretsRead()).toBe(2);
  });
});

describe('the function refuses', () => {
  it.each(['{', '', 'null', '{"name":7}'])('the body %j', async (text) => {
    const asked = { method: 'POST', path: paths.rooms(), text };
    expect(await refusal(asked)).toEqual([400, 'bad-request']);
  });

  it('a body that is too large, also in base64', async () => {
    const text = Buffer.alloc(LIMITS.bodyBytes + 1, 'a').toString('base64');
    const asked = { method: 'POST', path: paths.rooms(), text, isBase64Encoded: true };
    expect(await refusal(asked)).toEqual([413, 'too-large']);
  });

  it.each(['/api/elsewhere', '/', '/api/rooms/%E0%A4%A/join', '/api//rooms', '//evil.example/api'])(
    'the path %s',
    async (path) => {
      const body = { name: 'Ada', secret: 'x', requestId: randomUUID() };
      expect(await refusal({ method: 'POST', path, body })).toEqual([404, 'not-found']);
    },
  );

  it('a call without a token', async () => {
    const { room } = await newRoom();
    const asked = { method: 'POST', path: paths.call(room.roomId) };
    expect(await refusal(asked)).toEqual([401, 'bad-token']);
  });

  it.each([undefined, null, 7, {}, { version: '1.0', path: '/api/health', httpMethod: 'GET' }])(
    'the event %j, as a failure of whoever calls it so',
    async (event) => {
      await expect(handler(event)).rejects.toThrow('no event of an HTTP API');
    },
  );
});

describe('the address of a request', () => {
  // The time stands still, so that nobody gains a turn meanwhile.
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterAll(() => void vi.useRealTimers());

  const exhaust = async (headers: Record<string, string | undefined>) => {
    const answers = Array.from({ length: RATES.address.most + 1 }, () => ask({ headers }));
    return new Set((await Promise.all(answers)).map(({ statusCode }) => statusCode));
  };

  it("is the viewer's behind the CDN, so that one who floods keeps nobody else out", async () => {
    expect(await exhaust({ 'x-viewer-address': '192.0.2.1' })).toContain(429);
    bodyOf(await ask({ headers: { 'x-viewer-address': '192.0.2.2' } }));
  });

  it('is not what somebody says who goes round the CDN', async () => {
    const direct = { 'x-origin-key': undefined };
    expect(await exhaust(direct)).toContain(429);
    const forged = {
      'x-viewer-address': '192.0.2.3',
      'x-forwarded-for': '192.0.2.3',
      'cloudfront-viewer-address': '192.0.2.3:443',
    };
    for (const key of [undefined, '', 'guessed']) {
      const answer = await ask({ headers: { ...forged, 'x-origin-key': key } });
      expect(answer.statusCode).toBe(429);
    }
  });
});
