import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openControl, type OpenControl } from './testing/open-control';

let control: OpenControl;
beforeAll(async () => {
  control = await openControl();
});
afterAll(() => control.close());

interface Answer {
  readonly status: number | undefined;
  readonly type: unknown;
  readonly allowed: unknown;
  readonly text: string;
}

/** As anybody may write it, `Host` too. */
function send(method: string, path: string, headers = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${control.endpoint}${path}`, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const type = response.headers['x-amzn-errortype'];
        const allowed = response.headers['access-control-allow-origin'];
        resolve({ status: response.statusCode, type, allowed, text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe('the control API, whatever is sent to it,', () => {
  it.each([
    ['no body', undefined],
    ['half a JSON', '{"MediaRegion":'],
    ['a word', '"hello"'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['a prototype', '{"__proto__":{"MediaRegion":"us-east-1","ExternalMeetingId":"weekly"}}'],
    ['fields of another kind', '{"MediaRegion":7,"ExternalMeetingId":{}}'],
    ['a well', `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
  ])('says that a request is bad: %s', async (_, body) => {
    const answer = await send('POST', '/meetings', {}, body);
    expect(answer).toMatchObject({ status: 400, type: 'BadRequestException' });
    expect(JSON.parse(answer.text)).toMatchObject({ Code: 'BadRequest' });
  });

  it('reads no more than 128 KiB, said or not', async () => {
    const body = 'x'.repeat(131_073);
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await send('POST', '/meetings', headers, body);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('more than 131072 bytes');
    }
  });

  it('names the path and what is wrong there', async () => {
    const { text } = await send(
      'POST',
      '/meetings',
      {},
      '{"ExternalMeetingId":"weekly","Tags":[{}]}',
    );
    expect(text).toContain('MediaRegion: ');
    expect(text).toContain('Tags[0].Key: ');
  });

  it.each([
    ['GET', '/'],
    ['GET', '/meetings'],
    ['PUT', '/meetings/1'],
    ['POST', '/channels'],
  ])('has nothing at %s %s', async (method, path) => {
    const answer = await send(method, path);
    expect(answer).toMatchObject({ status: 404, type: 'UnknownOperationException' });
    expect(answer.text).toContain(`${method} ${path}`);
  });

  it.each([
    ['POST', '/meetings?operation=dance'],
    ['POST', '/meetings/1/attendees?operation=dance'],
    ['PUT', '/meetings/1/attendees/capabilities'],
    ['POST', '/meetings/1/transcription'],
    ['POST', '/tags?operation=dance'],
  ])('knows no such operation: %s %s', async (method, path) => {
    const answer = await send(method, path, {}, '{}');
    expect(answer).toMatchObject({ status: 400, type: 'BadRequestException' });
    expect(answer.text).toContain('has no operation');
  });
});

describe('who may call the control API', () => {
  const body = '{"MediaRegion":"us-east-1","ExternalMeetingId":"weekly"}';

  it.each([
    'localhost',
    'localhost.',
    'app.localhost:9090',
    '127.0.0.1',
    '[::1]:9090',
    '192.0.2.7:9090',
    'meetings.test',
  ])('addresses it as %s', async (host) => {
    expect(await send('POST', '/meetings', { host }, body)).toMatchObject({ status: 200 });
  });

  it.each(['attacker.test', 'localhost.attacker.test', '127.0.0.1.attacker.test'])(
    'does not address it as %s, a name that may lead anywhere',
    async (host) => {
      const answer = await send('POST', '/meetings', { host }, body);
      expect(answer).toMatchObject({ status: 403, type: 'ForbiddenException' });
    },
  );

  it.each(['http://localhost:5173', 'https://127.0.0.1', 'http://meetings.test:8080'])(
    'is a page of %s, which may read the answer',
    async (origin) => {
      const answer = await send('POST', '/meetings', { origin }, body);
      expect(answer).toMatchObject({ status: 200, allowed: origin });
    },
  );

  it('is a page of the same machine, however that is addressed', async () => {
    const headers = { host: '192.0.2.7:9090', origin: 'http://192.0.2.7:5173' };
    expect(await send('POST', '/meetings', headers, body)).toMatchObject({ status: 200 });
  });

  it.each(['https://attacker.test', 'http://localhost.attacker.test', 'http://192.0.2.7', 'null'])(
    'is no page of %s',
    async (origin) => {
      const before = control.store.size;
      const plain = { origin, 'content-type': 'text/plain' };
      const answer = await send('POST', '/meetings', plain, body);
      expect(answer).toMatchObject({ status: 403, allowed: undefined });
      const asks = { origin, 'access-control-request-method': 'POST' };
      const preflight = await send('OPTIONS', '/meetings', asks);
      expect(preflight).toMatchObject({ status: 403, allowed: undefined });
      expect(control.store.size).toBe(before);
    },
  );

  it('is told what a page may send before it sends it', async () => {
    const asks = {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-amz-date',
    };
    const answer = await send('OPTIONS', '/meetings', asks);
    expect(answer).toMatchObject({ status: 204, allowed: 'http://localhost:5173' });
  });
});
