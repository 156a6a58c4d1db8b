import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { ROOT } from '../../../../scripts/run-command.mjs';
import { installPacked, type FreshFolder } from './install-packed';

const run = promisify(execFile);

const PUBLISHED = [
  'LICENSE',
  'README.md',
  'bin/chime-local.js',
  'dist/cli.js',
  'dist/index.d.ts',
  'dist/index.js',
  'dist/service.js',
  'package.json',
];

const WANTED = {
  MediaRegion: 'us-east-1',
  ExternalMeetingId: 'weekly',
  Attendees: [{ ExternalUserId: 'ada' }],
};

let fresh: FreshFolder;
beforeAll(async () => {
  fresh = await installPacked();
}, 60_000);
afterAll(() => fresh.remove());

const installed = (...path: string[]) => join(fresh.folder, 'node_modules/chime-local', ...path);

describe('the packed service', () => {
  it('has what is published and nothing else: no sources, no tests', async () => {
    const entries = await readdir(installed(), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(installed(), join(entry.parentPath, entry.name)));
    expect(files.sort()).toEqual(PUBLISHED.map((file) => join(file)).sort());
  });

  it('imports only what it names as a dependency, and needs each of them', async () => {
    const text = await readFile(installed('package.json'), 'utf8');
    const { dependencies } = JSON.parse(text) as { dependencies: object };
    const script = await readFile(installed('dist/service.js'), 'utf8');
    const imports = [...script.matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm)].map(([, id]) => id);
    const packages = imports.filter((id) => !id?.startsWith('node:')).map((id) => packageOf(id));
    expect([...new Set(packages)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('has nothing that publint would say', async () => {
    const tarball = new Uint8Array(await readFile(fresh.tarball)).buffer;
    const { messages, pkg } = await publint({ pack: { tarball } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are not wrong', async () => {
    const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [attw, '--profile', 'esm-only', '--no-color', fresh.tarball];
    await expect(run(process.execPath, args)).resolves.toBeDefined();
  }, 30_000);

  it('runs in plain Node', async () => {
    const script = `
      import { startChimeLocal } from 'chime-local';
      const service = await startChimeLocal();
      console.log((await fetch(service.endpoint + '/health')).status);
      await service.close();`;
    await writeFile(join(fresh.folder, 'script.js'), script);
    const { stdout, stderr } = await run(process.execPath, ['script.js'], { cwd: fresh.folder });
    expect(stdout.trim()).toBe('200');
    expect(stderr).toBe('');
  });
});

describe('npx chime-local, in that folder,', { timeout: 20_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'takes a client in, and tells it at once when it is stopped by %s',
    async (signal) => {
      const { child, endpoint } = await start();
      const socket = await enterMeeting(endpoint);
      const closed = once(socket, 'close');
      const ended = once(child, 'exit');
      child.kill(signal);
      await closed;
      expect(await ended).toEqual([0, null]);
    },
  );

  it('tells clients by their connections when it is killed', async () => {
    const { child, endpoint } = await start();
    const socket = await enterMeeting(endpoint);
    const closed = once(socket, 'close');
    child.kill('SIGKILL');
    await closed;
    const again = await start(new URL(endpoint).port);
    expect(again.endpoint).toBe(endpoint);
  });

  it('says what is the matter with its port', async () => {
    const { endpoint } = await start();
    const { port } = new URL(endpoint);
    const second = run('npx', ['--no-install', 'chime-local', '--port', port], inFolder());
    await expect(second).rejects.toMatchObject({ code: 1 });
    await expect(second).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
  });
});

/** What npx needs: it is a script, on Windows too. */
const inFolder = () => ({ cwd: fresh.folder, shell: process.platform === 'win32' });

/** Starts it as its own process, without npx between it and our signals. */
async function start(port = '0'): Promise<{ child: ChildProcess; endpoint: string }> {
  const path = join(fresh.folder, 'node_modules/.bin/chime-local');
  const child = spawn(process.execPath, [path, '--port', port, '--media-port', '0'], inFolder());
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for await (const part of child.stdout) {
    text += String(part);
    const [endpoint] = /http:\/\/\S+/.exec(text) ?? [];
    if (endpoint && text.includes('Ctrl+C')) return { child, endpoint };
  }
  throw new Error(`chime-local ended and said: ${text}`);
}

interface Made {
  readonly Meeting: { readonly MediaPlacement: { readonly SignalingUrl: string } };
  readonly Attendees: readonly [{ readonly JoinToken: string }];
}

/** Makes a meeting and opens the signalling connection of its only attendee. */
async function enterMeeting(endpoint: string): Promise<WebSocket> {
  const made = await fetch(`${endpoint}/meetings?operation=create-attendees`, {
    method: 'POST',
    body: JSON.stringify(WANTED),
  });
  const { Meeting, Attendees } = (await made.json()) as Made;
  const protocols = ['_aws_wt_session', Attendees[0].JoinToken];
  const socket = new WebSocket(Meeting.MediaPlacement.SignalingUrl, protocols);
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

/** `@scope/name/file` is of `@scope/name`. */
function packageOf(id = ''): string {
  const [first = '', second = ''] = id.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
