import { errorResponse, paths } from '@cyclorama/meeting-contract';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLambda } from '../../scripts/build-lambda.mjs';
import type { GatewayAnswer } from './gateway';
import { makeEvent } from './testing/make-event';
import { openCloud, type LocalCloud } from './testing/open-cloud';

const MEBIBYTE = 1024 * 1024;

/** What Lambda does with it: loads it, and hands it an event; here its answers come in files. */
const RUNTIME = `
import { readFile, writeFile } from 'node:fs/promises';
const { handler } = await import('./index.mjs');
const answers = [];
for (const event of JSON.parse(await readFile('events.json', 'utf8'))) answers.push(await handler(event));
await writeFile('answers.json', JSON.stringify(answers));
`;

let cloud: LocalCloud;
/** Nothing is installed there or above it. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meeting-lambda-'));
  [cloud] = await Promise.all([openCloud(), buildLambda(folder)]);
});
afterAll(async () => {
  await Promise.all([cloud.close(), rm(folder, { recursive: true })]);
});

/** Answers and log of a process of its own, which knows nothing but what Lambda would tell it. */
async function runEvents(events: readonly unknown[]) {
  await writeFile(join(folder, 'runtime.mjs'), RUNTIME);
  await writeFile(join(folder, 'events.json'), JSON.stringify(events));
  const env = { ...cloud.environment, LOG_LEVEL: 'info' };
  const { stdout } = await promisify(execFile)(process.execPath, ['runtime.mjs'], {
    cwd: folder,
    env,
  });
  const answers = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as unknown;
  return { answers: answers as GatewayAnswer[], log: stdout };
}

it('is one file of at most 1 MB', async () => {
  expect(await readdir(folder)).toContain('index.mjs');
  expect((await stat(join(folder, 'index.mjs'))).size).toBeLessThan(MEBIBYTE);
});

it('answers by itself, and logs the request without what it says', async () => {
  const body = { name: 'Quarterly figures', options: {}, requestId: randomUUID() };
  const created = makeEvent({ method: 'POST', path: paths.rooms(), body });
  const nowhere = makeEvent({ path: '/api/nowhere' });
  const { answers, log } = await runEvents([created, nowhere]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 404]);
  expect(errorResponse.parse(JSON.parse(answers[1]?.body ?? '')).error.code).toBe('not-found');
  const lines = log.trim().split('\n').slice(-2);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'info', requestId: created.requestContext.requestId, status: 201 },
    { level: 'info', status: 404 },
  ]);
  for (const secret of ['Quarterly', '203.0.113.7', created.headers['x-origin-key']]) {
    expect(log).not.toContain(secret);
  }
});
