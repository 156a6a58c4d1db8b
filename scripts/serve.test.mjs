import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startMeetingProcess } from '../packages/testing/src/node/meeting-process';

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function start(...args) {
  const meeting = await startMeetingProcess(...args);
  onTestFinished(() => meeting.end('SIGKILL'));
  return meeting;
}

it('serves from one port until Ctrl-C, and gives port and folder back', async () => {
  const data = makeFolder();
  const meeting = await start('--port', '0', '--data', data);
  expect(meeting.output()).toContain(`Cyclorama studio:  ${meeting.url}/`);
  expect(meeting.output()).toContain(`Cyclorama meeting: ${meeting.url}/meeting/`);
  expect(meeting.output()).toContain('For windows on this machine');
  expect((await fetch(`${meeting.url}/api/health`)).status).toBe(200);
  expect(await meeting.end('SIGINT')).toBe(0);
  expect(readdirSync(data).sort()).toEqual(['signing-key', 'tables']);
  const next = createServer().listen(meeting.port, '127.0.0.1');
  onTestFinished(() => void next.close());
  await once(next, 'listening');
});

it('ends with 2 where the command line cannot be followed', async () => {
  const refused = start('--host', '0.0.0.0');
  await expect(refused).rejects.toThrow('ended with 2: --host 0.0.0.0 needs --tls-cert');
});

it('ends when npm, which started it, is gone without passing a signal on', async () => {
  const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
  const args = JSON.stringify([script, '--port', '0', '--data', makeFolder()]);
  const code = `child_process.spawn(process.execPath, ${args}, { stdio: 'inherit' })`;
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const stdio = ['ignore', 'pipe', 'inherit'];
  const npm = spawn(process.execPath, ['-e', code], { env, stdio });
  let output = '';
  npm.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  while (!output.includes('Ctrl-C')) await once(npm.stdout, 'data');
  npm.kill('SIGKILL');
  // Its output ends when the last that holds it has ended.
  await once(npm.stdout, 'close');
  expect(output).toContain('Closing');
});
