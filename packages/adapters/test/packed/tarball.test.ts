import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packWorkspace } from '@cyclorama/testing/node';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PACKAGE = '@cyclorama/adapters';
const FILES = ['LICENSE', 'README.md', 'dist/chime.d.ts', 'dist/chime.js', 'package.json'];

const run = promisify(execFile);

const importsOf = (text: string): string[] =>
  [...text.matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm)].map(([, name]) => name ?? '');

describe('the packed adapters', () => {
  let folder: string;
  let tarball: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cyclorama-adapters-'));
    tarball = await packWorkspace(PACKAGE, folder);
    await run('tar', ['-xzf', tarball, '-C', folder]);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  const read = (file: string): Promise<string> => readFile(join(folder, 'package', file), 'utf8');

  it('have what is published and nothing else', async () => {
    const { stdout } = await run('tar', ['-tzf', tarball]);
    expect(stdout.trim().split('\n').sort()).toEqual(FILES.map((file) => `package/${file}`));
  });

  it('import the engine alone, and of the SDK its types', async () => {
    expect(importsOf(await read('dist/chime.js'))).toEqual(['cyclorama']);
    const types = await read('dist/chime.d.ts');
    expect(importsOf(types).sort()).toEqual(['amazon-chime-sdk-js', 'cyclorama']);
    expect(types).toContain('@throws TypeError');
  });

  it('have nothing that publint would say', async () => {
    const packed = new Uint8Array(await readFile(tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball: packed } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});
