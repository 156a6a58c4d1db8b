import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

interface EdgeRequest {
  readonly uri: string;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
}

type EdgeEvent = { readonly request: EdgeRequest; readonly viewer: { readonly ip: string } };
type EdgeHandler = (event: EdgeEvent) => unknown;

/** A function as the CDN runs it: a script, of which it calls what is named `handler`. */
async function load(name: string): Promise<EdgeHandler> {
  const code = await readFile(new URL(`../edge/${name}.js`, import.meta.url), 'utf8');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a script of ours, which is no module
  return new Function(`${code}\nreturn handler;`)() as EdgeHandler;
}

const viewer = { ip: '203.0.113.7' };

describe('the path of a file', () => {
  it.each([
    ['/meeting/', '/meeting/index.html'],
    ['/meeting/assets/part.js', '/meeting/assets/part.js'],
    ['/meetings', '/meetings'],
    ['/elsewhere/', '/elsewhere/index.html'],
  ])('for %s is %s', async (uri, path) => {
    const handler = await load('site-path');
    expect(handler({ request: { uri, headers: {} }, viewer })).toMatchObject({ uri: path });
  });

  it.each(['/', '/meeting'])('%s leads to the page', async (uri) => {
    const handler = await load('site-path');
    expect(handler({ request: { uri, headers: {} }, viewer })).toMatchObject({
      statusCode: 302,
      headers: { location: { value: '/meeting/' } },
    });
  });
});

it("the API learns the viewer's address from the CDN, whatever the viewer says", async () => {
  const handler = await load('viewer-address');
  const headers = { 'x-viewer-address': { value: '192.0.2.9' }, accept: { value: '*/*' } };
  expect(handler({ request: { uri: '/api/health', headers }, viewer })).toEqual({
    uri: '/api/health',
    headers: { 'x-viewer-address': { value: viewer.ip }, accept: { value: '*/*' } },
  });
});
