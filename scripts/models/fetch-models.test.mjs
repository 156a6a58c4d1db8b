import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyTfjs } from './copy-tfjs.mjs';
import { fetchModels } from './fetch-models.mjs';
import { KNOWN_MODELS, KNOWN_SHA256 } from './known-files.mjs';

const MODEL = 'mobilenet/quant2/075/model-stride16.json';
const SHARD = 'mobilenet/quant2/075/group1-shard1of1.bin';
const JSON_TEXT = JSON.stringify({ weightsManifest: [{ paths: ['group1-shard1of1.bin'] }] });
const WEIGHTS = Buffer.from([1, 2, 3, 4]);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

describe('npm run models', () => {
  let server;
  let from;
  let to;
  let files;
  let log;

  beforeEach(async () => {
    files = { [MODEL]: JSON_TEXT, [SHARD]: WEIGHTS };
    log = [];
    server = createServer((request, response) => {
      const body = files[request.url.slice('/bodypix/'.length)];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    from = `http://127.0.0.1:${server.address().port}/bodypix`;
    to = await mkdtemp(join(tmpdir(), 'cyclorama-models-'));
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(to, { recursive: true });
  });

  const run = (options) =>
    fetchModels({
      from,
      to,
      models: [MODEL],
      known: {},
      log: (line) => log.push(line),
      ...options,
    });

  /** Everything that lies in the folder, half files too. */
  const written = async () =>
    (await readdir(to, { recursive: true })).filter((name) => /\.\w+$/.test(name));

  it('gets a model and its shards into the publisher’s own tree', async () => {
    await run({ known: { [MODEL]: sha256(JSON_TEXT), [SHARD]: sha256(WEIGHTS) } });
    expect(await readFile(join(to, 'bodypix', MODEL), 'utf8')).toBe(JSON_TEXT);
    expect(await readFile(join(to, 'bodypix', SHARD))).toEqual(WEIGHTS);
    expect((await written()).length).toBe(2);
    expect(log.join()).toContain('as it should be');
  });

  it('refuses a file that is not the one we know, and leaves nothing of its model', async () => {
    const wrong = run({ known: { [SHARD]: sha256('others') } });
    await expect(wrong).rejects.toThrow(
      `its sha256 is ${sha256(WEIGHTS)}, not ${sha256('others')}`,
    );
    expect(await written()).toEqual([]);
  });

  it('says the sha256 of a file that we do not know', async () => {
    await run();
    expect(log.join()).toContain(`not known here, sha256 ${sha256(WEIGHTS)}`);
  });

  it('names the address of what is not there, and leaves nothing of its model', async () => {
    delete files[SHARD];
    await expect(run()).rejects.toThrow(`${from}/${SHARD} cannot be had: HTTP status 404`);
    expect(await written()).toEqual([]);
  });

  it('refuses a page that a host sends in place of the model', async () => {
    files[MODEL] = '<!doctype html>';
    await expect(run()).rejects.toThrow('is no graph model of TensorFlow.js');
    expect(await written()).toEqual([]);
  });

  it('writes no file outside its folder', async () => {
    files[MODEL] = JSON.stringify({ weightsManifest: [{ paths: ['../../../../out.bin'] }] });
    await expect(run()).rejects.toThrow('../../../../out.bin is no path');
    await expect(run({ models: ['/etc/model.json'] })).rejects.toThrow(
      '/etc/model.json is no path',
    );
    expect(await written()).toEqual([]);
  });

  it('takes a folder too', async () => {
    await run();
    const other = join(to, 'other');
    await run({ from: join(to, 'bodypix'), to: other });
    expect(await readFile(join(other, 'bodypix', SHARD))).toEqual(WEIGHTS);
  });

  it('says what is wrong where no host answers', async () => {
    const nowhere = run({ from: 'http://127.0.0.1:9/' });
    await expect(nowhere).rejects.toThrow(/cannot be had: .*Name another place by --from/);
  });

  it('copies TensorFlow.js’ .wasm files and the licence', async () => {
    await copyTfjs({ to, log: (line) => log.push(line) });
    for (const name of ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm']) {
      const bytes = await readFile(join(to, 'tfjs', name));
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('\0asm');
    }
    expect(await readFile(join(to, 'LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('knows every file of the models that it gets unasked', () => {
    expect(KNOWN_MODELS).toContain(MODEL);
    expect(KNOWN_MODELS.length).toBe(4);
    for (const model of KNOWN_MODELS) {
      expect(KNOWN_SHA256[model.replace(/model-.*/, 'group1-shard1of1.bin')]).toMatch(
        /^[0-9a-f]{64}$/,
      );
    }
  });
});
