import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STRICT_HEADERS } from '../../../../../../scripts/strict-headers.mjs';
import { rawRequest } from '../../testing/raw-request';
import { startMeeting, type StartedMeeting } from '../../testing/start-meeting';

const MODEL = 'a model of some bytes';

let meeting: StartedMeeting;
beforeAll(async () => {
  meeting = await startMeeting();
  const assets = join(meeting.pageFolder, 'assets');
  await mkdir(assets);
  const names = ['kernels-AbCd_123.wasm', 'model.tflite', 'clip.webm', 'index-AbCd-123.js'];
  for (const name of names) await writeFile(join(assets, name), MODEL);
  await writeFile(join(assets, 'empty.txt'), '');
});
afterAll(() => meeting.close());

const get = (path: string, headers = {}, method = 'GET') =>
  rawRequest({ port: meeting.port, path, headers, method });

describe('a page', () => {
  it.each(['/', '/meeting/', '/meeting/index.html', '/?lang=en'])(
    'is there at %s, under the strict policy, and is asked for anew',
    async (path) => {
      const { status, headers, body } = await get(path);
      expect([status, body]).toEqual([200, '<!doctype html><title>Page</title>']);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
      for (const [name, value] of Object.entries(STRICT_HEADERS)) {
        expect(headers[name.toLowerCase()]).toBe(value);
      }
    },
  );

  it('is not sent again to who has it', async () => {
    const { etag = '' } = (await get('/')).headers;
    const again = await get('/', { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(again.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('is found without the slash at its end', async () => {
    const { status, headers } = await get('/meeting');
    expect([status, headers.location]).toEqual([308, '/meeting/']);
  });
});

describe('a file', () => {
  it.each([
    ['kernels-AbCd_123.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
    ['index-AbCd-123.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['model.tflite', 'application/octet-stream', 'no-cache'],
    ['clip.webm', 'video/webm', 'no-cache'],
  ])('%s is %s, %s', async (name, type, caching) => {
    const { status, headers, body } = await get(`/meeting/assets/${name}`);
    expect([status, body]).toEqual([200, MODEL]);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': caching });
  });

  it('is sent in part where a part is asked for, of the version that is known', async () => {
    const range = 'bytes=2-6';
    const part = await get('/assets/clip.webm', { range });
    expect([part.status, part.body]).toEqual([206, 'model']);
    expect(part.headers['content-range']).toBe(`bytes 2-6/${MODEL.length}`);
    const { etag = '' } = part.headers;
    const same = await get('/assets/clip.webm', { range, 'if-range': etag });
    expect(same.status).toBe(206);
    const other = await get('/assets/clip.webm', { range, 'if-range': '"older"' });
    expect([other.status, other.body]).toEqual([200, MODEL]);
    const beyond = await get('/assets/clip.webm', { range: 'bytes=500-' });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${MODEL.length}`);
  });

  it('tells its size to who asks for its headers alone, and may be empty', async () => {
    const head = await get('/assets/clip.webm', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(String(MODEL.length));
    expect(await get('/assets/empty.txt')).toMatchObject({ status: 200, body: '' });
  });

  it('cannot be written', async () => {
    expect((await get('/index.html', {}, 'PUT')).status).toBe(405);
  });
});

it.each([
  '/nothing',
  '/assets',
  '/assets/',
  '/../data/signing-key',
  '/meeting/..%2fdata/signing-key',
  '/../../../../../../../../etc/passwd',
  '/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%5c..%5cetc%5cpasswd',
  '/./index.html',
  '//etc/passwd',
  '/index.html%00.js',
  '/%',
  'http://127.0.0.1/index.html',
])('there is nothing at %s', async (path) => {
  const { status, headers } = await get(path);
  expect(status).toBe(404);
  expect(headers['content-security-policy']).toContain("default-src 'self'");
});
