import { execFile } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/run-command.mjs';
import { installPacked, type FreshApp } from './install-packed';

const LIMIT_BYTES = 600_000;

const PUBLISHED = [
  /^LICENSE$/,
  /^README\.md$/,
  /^THIRD-PARTY-NOTICES\.md$/,
  /^package\.json$/,
  /^assets\/(LICENSE|kernels(-relaxed)?\.wasm|selfie-(landscape|general)\.tflite)$/,
  /^dist\/(index|bodypix)\.(js|d\.ts)$/,
  // What has a side effect says so in package.json by this name.
  /^dist\/[a-z]+-entry\.js$/,
];

/** What the app has to install for BodyPix on TensorFlow.js. */
const TFJS = [
  '@tensorflow-models/body-pix',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
];

const importsOf = (script: string): string[] =>
  [...script.matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm)].map(([, name]) => name ?? '');

describe('the packed engine', () => {
  let app: FreshApp;
  const installed = (...path: string[]): string =>
    join(app.folder, 'node_modules/cyclorama', ...path);

  beforeAll(async () => {
    app = await installPacked();
  }, 60_000);
  afterAll(() => app.remove());

  it('has what is published and nothing else: no sources, no tests', async () => {
    const entries = await readdir(installed(), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(installed(), join(entry.parentPath, entry.name)));
    for (const wanted of PUBLISHED) {
      expect(
        files.some((file) => wanted.test(file)),
        String(wanted),
      ).toBe(true);
    }
    expect(files.filter((file) => !PUBLISHED.some((wanted) => wanted.test(file)))).toEqual([]);
  });

  it(`is a download of at most ${LIMIT_BYTES / 1000} kB`, async () => {
    expect((await stat(app.tarball)).size).toBeLessThanOrEqual(LIMIT_BYTES);
  });

  it('brings no other package with it', async () => {
    const modules = await readdir(join(app.folder, 'node_modules'));
    expect(modules.filter((name) => !name.startsWith('.'))).toEqual(['cyclorama']);
  });

  it('is modules that import nothing but TensorFlow.js, and that in its own worker alone', async () => {
    const scripts = (await readdir(installed('dist'))).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(6);
    for (const name of scripts) {
      const imports = importsOf(await readFile(installed('dist', name), 'utf8'));
      const wanted = name === 'tfjs-entry.js' ? TFJS : [];
      expect(imports.sort(), name).toEqual(wanted);
    }
  });

  it('names as optional what that worker imports, and what this needs in turn', async () => {
    const text = await readFile(installed('package.json'), 'utf8');
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(text) as Record<string, object>;
    const needed = [...TFJS, '@tensorflow/tfjs-converter'].sort();
    expect(Object.keys(peerDependencies ?? {}).sort()).toEqual(needed);
    const optional = needed.map((name) => [name, { optional: true }]);
    expect(peerDependenciesMeta).toEqual(Object.fromEntries(optional));
  });

  it.each([
    ['index', '@throws UnsupportedError'],
    ['bodypix', 'Default 0.7.'],
  ])('has its documentation in its types, which import nothing: %s', async (name, said) => {
    const types = await readFile(installed(`dist/${name}.d.ts`), 'utf8');
    expect(types).not.toMatch(/^import\b/m);
    expect(types).toContain(said);
  });

  it('has nothing that publint would say', async () => {
    const tarball = await readFile(app.tarball);
    const { messages, pkg } = await publint({ pack: { tarball: arrayBufferOf(tarball) } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are not wrong', async () => {
    const attw = '@arethetypeswrong/cli/dist/index.js';
    expect(await complaintsOf(attw, ['--profile', 'esm-only', '--no-color', app.tarball])).toBe('');
  }, 30_000);

  it('gives a strict app all its types, without types from elsewhere', async () => {
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes'];
    const dialect = ['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'];
    const args = [...strict, ...dialect, 'main.ts'];
    expect(await complaintsOf('typescript/bin/tsc', args, app.folder)).toBe('');
  }, 30_000);
});

/** What a tool of the repository prints when it ends with an error; '' where all is well. */
function complaintsOf(script: string, args: readonly string[], cwd = ROOT): Promise<string> {
  const path = join(ROOT, 'node_modules', script);
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...args], { cwd }, (error, stdout, stderr) =>
      resolve(error ? `${error.message}\n${stdout}${stderr}` : ''),
    );
  });
}

const arrayBufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
