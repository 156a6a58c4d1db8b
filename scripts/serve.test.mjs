import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it('serves from one port until Ctrl-C, and leaves port and folder to the next', async () => {
  const data = makeFolder();
  const first = await start('--port', '0', '--data', data);
  expect(first.output()).toContain(`Cyclorama meeting: ${first.url}/meeting/`);
  expect(first.output()).toContain('For windows on this machine');
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);

  const elsewhere = start('--port', String(first.port), '--data', makeFolder());
  await expect(elsewhere).rejects.toThrow(
    `ended with 1: TCP port ${first.port} on 127.0.0.1 is in use.`,
  );
  const twice = start('--port', '0', '--data', data);
  await expect(twice).rejects.toThrow(`ended with 1: ${data} is in use by process ${first.pid}.`);

  expect(await first.end('SIGINT')).toBe(0);
  expect(readdirSync(data).sort()).toEqual(['signing-key', 'tables']);
  const second = await start('--port', String(first.port), '--data', data);
  expect(second.port).toBe(first.port);
  expect(await second.end('SIGTERM')).toBe(0);
});

it('ends with 2 where the command line cannot be followed', async () => {
  const refused = start('--host', '0.0.0.0');
  await expect(refused).rejects.toThrow('ended with 2: --host 0.0.0.0 needs --tls-cert');
});
