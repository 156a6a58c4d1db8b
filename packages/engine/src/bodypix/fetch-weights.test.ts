import { afterEach, describe, expect, it, vi } from 'vitest';
import { ModelLoadError } from '../errors';
import { fetchWeights } from './fetch-weights';

const FOLDER = 'https://app.example/models/bodypix/';
const MODEL = `${FOLDER}model-stride16.json`;
const PAGE = '<!doctype html><title>The app</title>';

const manifest = {
  weightsManifest: [
    {
      paths: ['first.bin', 'second.bin'],
      weights: [{ name: 'one', shape: [2, 2], dtype: 'float32' }],
    },
    {
      paths: ['third.bin'],
      weights: [{ name: 'two', shape: [3], dtype: 'float32', quantization: { dtype: 'uint16' } }],
    },
  ],
};

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'model-stride16.json': JSON.stringify(manifest),
  'first.bin': Uint8Array.from({ length: 10 }, (_, at) => at),
  'second.bin': Uint8Array.from({ length: 6 }, (_, at) => 10 + at),
  'third.bin': Uint8Array.from({ length: 6 }, (_, at) => 16 + at),
};

/** A host that has these files, some of them otherwise; undefined is a 404. */
function host(otherwise: Readonly<Record<string, string | Uint8Array | undefined>> = {}): void {
  const files = { ...FILES, ...otherwise };
  vi.stubGlobal('fetch', async (url: string) => {
    const body = files[url.replace(FOLDER, '')];
    return body === undefined
      ? new Response('', { status: 404 })
      : new Response(body as BodyInit, { status: 200 });
  });
}

async function complaint(url = MODEL): Promise<string> {
  const thrown: unknown = await fetchWeights(url).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(ModelLoadError);
  const { message } = thrown as ModelLoadError;
  expect(message).toContain('npm run models');
  return message;
}

describe('a graph model that is fetched', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('comes with all its shards, in order', async () => {
    host();
    const { model, weights } = await fetchWeights(MODEL);
    expect(model).toEqual(manifest);
    expect([...weights]).toEqual(Array.from({ length: 22 }, (_, at) => at));
  });

  it('names its address when it is not there', async () => {
    host({ 'model-stride16.json': undefined });
    expect(await complaint()).toContain(`${MODEL} cannot be fetched (Error: HTTP status 404)`);
  });

  it('is not the page that hosts of single pages answer with', async () => {
    host({ 'model-stride16.json': PAGE });
    expect(await complaint()).toContain(`${MODEL} is no graph model of TensorFlow.js`);
  });

  it.each(['null', '[]', '{}', '{"weightsManifest":[{}]}'])(
    'is no other JSON: %s',
    async (json) => {
      host({ 'model-stride16.json': json });
      expect(await complaint()).toContain(`${MODEL} is no graph model of TensorFlow.js`);
    },
  );

  it('names the shard that is not there', async () => {
    host({ 'second.bin': undefined });
    expect(await complaint()).toContain(`${FOLDER}second.bin cannot be fetched`);
  });

  it.each([
    'https://elsewhere.example/w.bin',
    '//elsewhere.example/w.bin',
    'http://app.example/models/bodypix/w.bin',
    '../../../secret',
    '%2e%2e/secret',
    '\\\\elsewhere.example\\w.bin',
    '/api/logout',
    'data:,four',
    'blob:https://app.example/models/bodypix/1',
    'http://[',
  ])('fetches no shard from elsewhere: %s', async (path) => {
    host({ 'model-stride16.json': JSON.stringify({ weightsManifest: [{ paths: [path] }] }) });
    const asked = vi.spyOn(globalThis, 'fetch');
    const message = await complaint();
    expect(message).toContain(`${MODEL} is no graph model of TensorFlow.js`);
    expect(message).toContain(`the shard '${path}' does not lie in its folder`);
    expect(asked.mock.calls).toEqual([[MODEL]]);
  });

  it('has its shards beside it, or in a folder there', async () => {
    const weightsManifest = [{ paths: ['./one/w.bin', 'w.bin?v=2'], weights: [] }];
    host({
      'model-stride16.json': JSON.stringify({ weightsManifest }),
      'one/w.bin': new Uint8Array(0),
      'w.bin?v=2': new Uint8Array(0),
    });
    expect((await fetchWeights(MODEL)).weights).toHaveLength(0);
  });

  it('has an address that others can lie beside', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
    const url = 'blob:https://app.example/1';
    const message = await complaint(url);
    expect(message).toContain(`${url} is no graph model of TensorFlow.js`);
    expect(message).toContain('no shards can lie beside such an address');
  });

  it('has shards of the right length: not shorter, not longer, and not the page', async () => {
    for (const [body, total] of [
      [new Uint8Array(5), 21],
      [new Uint8Array(7), 23],
      [PAGE, 53],
    ] as const) {
      host({ 'third.bin': body });
      const message = await complaint();
      expect(message).toContain(
        `${FOLDER}third.bin must have 22 bytes for ${MODEL} and has ${total}`,
      );
    }
  });
});
