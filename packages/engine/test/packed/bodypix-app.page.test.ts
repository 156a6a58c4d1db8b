import { sharedData } from '@cyclorama/testing/node';
import { evalOutcome } from '@cyclorama/testing/page';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build, createServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { copyTfjs } from '../../../../scripts/models/copy-tfjs.mjs';
import { fetchModels } from '../../../../scripts/models/fetch-models.mjs';
import { ROOT } from '../../../../scripts/run-command.mjs';
import { STRICT_HEADERS } from '../../../../scripts/strict-headers.mjs';
import { installPacked, type FreshApp } from './install-packed';
import { openApp } from './open-app';
import { scriptsThatMention } from './scripts-that-mention';

const weights = sharedData('bodypix');
const notice = weights ? '' : ' (skipped: ../shared/data/bodypix is absent)';
const MODEL = 'mobilenet/quant2/075/model-stride16.json';

/** The room at the upper left of the sample's view, and the suit in its middle. */
const FOUND = '0.0,1.0';

describe.skipIf(!weights)(`an app with cyclorama/bodypix${notice}`, { timeout: 60_000 }, () => {
  let app: FreshApp;

  beforeAll(async () => {
    app = await installPacked('bodypix-app');
    const terms = { to: join(app.folder, 'public/models'), log: () => undefined };
    await fetchModels({ ...terms, from: weights ?? '', models: [MODEL] });
    await copyTfjs(terms);
  }, 60_000);
  afterAll(() => app.remove());

  it('runs the own runtime under the strict policy, and needs no TensorFlow.js installed', async () => {
    await build(viteOf(app));
    const { mask, requests } = await maskFound(app, 'own');
    expect(mask).toBe(FOUND);
    // Of TensorFlow.js not a byte is asked for.
    expect(requests.filter((url) => /tfjs/.test(url))).toEqual([]);
  });

  it('runs the own runtime on the dev server too', async () => {
    const server = await createServer({ ...viteOf(app), server: { port: 0 } });
    onTestFinished(() => server.close());
    await server.listen();
    const { page, complaints, close } = await openApp(server.resolvedUrls?.local[0] ?? '');
    onTestFinished(close);
    expect(await maskIn(page)).toBe(FOUND);
    expect(complaints).toEqual([]);
  });

  it('runs TensorFlow.js under the strict policy, from its own origin, where it is installed', async () => {
    for (const scope of ['@tensorflow', '@tensorflow-models']) {
      await mkdir(join(app.folder, 'node_modules'), { recursive: true });
      const installed = join(ROOT, 'node_modules', scope);
      await symlink(installed, join(app.folder, 'node_modules', scope), 'junction');
    }
    await build(viteOf(app));
    expect(await scriptsThatMention(app.folder, /WASM_HAS_SIMD_SUPPORT/)).toEqual([
      expect.stringContaining('tfjs-entry'),
    ]);
    const { mask, requests } = await maskFound(app, 'tfjs');
    expect(mask).toBe(FOUND);
    expect(requests.some((url) => url.endsWith('/models/tfjs/tfjs-backend-wasm-simd.wasm'))).toBe(
      true,
    );
  });
});

/** As a new app comes: nothing is set for the engine. */
const viteOf = (app: FreshApp) =>
  ({ root: app.folder, configFile: false, logLevel: 'error' }) as const;

/** The values of the mask at the two places, and every address that was asked for. */
async function maskFound(app: FreshApp, runtime: string) {
  const server = await preview({ ...viteOf(app), preview: { port: 0, headers: STRICT_HEADERS } });
  onTestFinished(() => server.close());
  const address = server.resolvedUrls?.local[0] ?? '';
  const { page, requests, complaints, close } = await openApp(`${address}?runtime=${runtime}`);
  onTestFinished(close);
  const mask = await maskIn(page);
  expect(await page.evaluate(evalOutcome)).toBe('EvalError');
  const fetched = requests.filter((url) => !/^(blob|data):/.test(url));
  expect(fetched.filter((url) => !url.startsWith(address))).toEqual([]);
  expect(complaints).toEqual([]);
  return { mask, requests };
}

async function maskIn(page: Page): Promise<string | null> {
  await page.waitForSelector('body[data-mask]', { timeout: 30_000, state: 'attached' });
  return page.getAttribute('body', 'data-mask');
}
