import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colorAt, difference, evalOutcome, type Spot } from '@cyclorama/testing/page';
import { chromium, type Browser, type Page } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BROWSER_FLAGS, findBrowser } from '../../../scripts/find-browser.mjs';
import { IS_BUILT } from '../../../scripts/is-built.mjs';
import { STRICT_HEADERS } from '../../../scripts/strict-headers.mjs';

const STUDIO = fileURLToPath(new URL('..', import.meta.url));
const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const DEEP = 'a/b/c/';
/** In the sample: parts of the room, and the suit below the collar. */
const ROOM: readonly Spot[] = [
  [0.08, 0.35],
  [0.86, 0.5],
  [0.95, 0.9],
];
const PERSON: Spot = [0.4, 0.92];
const FLAGS = [...BROWSER_FLAGS, '--autoplay-policy=no-user-gesture-required'];

describe('dist/ in a deep folder of a static host', () => {
  let host: string;
  let browser: Browser;

  beforeAll(async () => {
    if (!IS_BUILT) await build({ root: STUDIO, logLevel: 'error' });
    host = await mkdtemp(join(tmpdir(), 'cyclorama-host-'));
    await cp(DIST, join(host, 'dist', DEEP), { recursive: true });
    const executablePath = findBrowser();
    browser = await chromium.launch({ args: FLAGS, ...(executablePath && { executablePath }) });
  });
  afterAll(async () => {
    await browser.close();
    await rm(host, { recursive: true });
  });

  /** Opens the page where a plain server sends these headers; gives what the page complains of. */
  async function open(headers: Record<string, string>): Promise<[Page, readonly string[]]> {
    const server = await preview({ root: host, configFile: false, preview: { port: 0, headers } });
    onTestFinished(() => server.close());
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}${DEEP}`);
    return [page, complaints];
  }

  it('shows a composite under the headers that it lists itself', async () => {
    const headers = parseHeaders(await readFile(join(DIST, '_headers'), 'utf8'));
    expect(headers).toEqual(STRICT_HEADERS);
    const [page, complaints] = await open(headers);
    await expectComposite(page);
    expect(await workersThatMayEval(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('needs no header: a composite all the same, and the policy holds the page', async () => {
    const [page, complaints] = await open({});
    await expectComposite(page);
    expect(await page.evaluate(evalOutcome)).toBe('EvalError');
    // As docs/hosting.md says: the page's own words do not hold its workers.
    expect(await workersThatMayEval(page)).not.toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** The person as in the sample, and not the sample's room. */
async function expectComposite(page: Page): Promise<void> {
  await page.evaluate(showSample);
  const person = await colorAt(page, '#untouched', PERSON);
  await expect
    .poll(async () => difference(await colorAt(page, '#after', PERSON), person), {
      timeout: 30_000,
    })
    .toBeLessThan(24);
  const changes = ROOM.map(async (spot) =>
    difference(await colorAt(page, '#after', spot), await colorAt(page, '#untouched', spot)),
  );
  expect(Math.max(...(await Promise.all(changes)))).toBeGreaterThan(40);
}

/** Puts the sample as it is into the page. */
async function showSample(): Promise<void> {
  const video = document.createElement('video');
  video.id = 'untouched';
  video.muted = true;
  video.src = 'sample/sample.webm';
  document.body.append(video);
  await video.play();
  video.pause();
}

async function workersThatMayEval(page: Page): Promise<string[]> {
  const workers = page.workers();
  expect(workers.length).toBeGreaterThanOrEqual(2);
  const outcomes = await Promise.all(workers.map((worker) => worker.evaluate(evalOutcome)));
  return workers.filter((_, at) => outcomes[at] !== 'EvalError').map((worker) => worker.url());
}

/** `_headers` as its hosts read it, with its one rule for all paths. */
function parseHeaders(file: string): Record<string, string> {
  const [rule, ...lines] = file.trimEnd().split('\n');
  expect(rule).toBe('/*');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
}
