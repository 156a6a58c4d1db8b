import { colorAt, difference, evalOutcome, type Color, type Spot } from '@cyclorama/testing/page';
import type { Page } from 'playwright';
import { build, createServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { STRICT_HEADERS } from '../../../../scripts/strict-headers.mjs';
import { installPacked, type FreshApp } from './install-packed';
import { openApp } from './open-app';
import { scriptsThatMention } from './scripts-that-mention';

/** In the sample: beside the person, in all four corners of the view, and the suit in its middle. */
const ROOM: readonly Spot[] = [
  [0.04, 0.06],
  [0.96, 0.06],
  [0.04, 0.9],
  [0.96, 0.9],
];
const PERSON: Spot = [0.45, 0.9];
const CHOSEN: Color = [0x2f, 0x6f, 0x5e];

describe('a fresh Vite app with the packed engine', { timeout: 60_000 }, () => {
  let app: FreshApp;

  beforeAll(async () => {
    app = await installPacked();
  }, 60_000);
  afterAll(() => app.remove());

  it('shows a composite when it is built, under the strict policy, from its own origin', async () => {
    // As a new app comes: nothing is set for the engine.
    const vite = { root: app.folder, configFile: false, logLevel: 'error' } as const;
    await build(vite);
    expect(await scriptsThatMention(app.folder, /tensorflow|tfjs/i)).toEqual([]);
    const server = await preview({ ...vite, preview: { port: 0, headers: STRICT_HEADERS } });
    onTestFinished(() => server.close());
    const address = server.resolvedUrls?.local[0] ?? '';
    const { page, requests, complaints, close } = await openApp(address);
    onTestFinished(close);
    await expectComposite(page);
    expect(await page.evaluate(evalOutcome)).toBe('EvalError');
    const fetched = requests.filter((url) => !/^(blob|data):/.test(url));
    expect(fetched.filter((url) => !url.startsWith(address))).toEqual([]);
    // What the workers ask for is seen too.
    for (const asset of [/kernels.*\.wasm$/, /selfie-landscape.*\.tflite$/]) {
      expect(
        fetched.some((url) => asset.test(url)),
        String(asset),
      ).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  it.each([
    ['as it comes', {}],
    ['with the engine left out of what it bundles', { exclude: ['cyclorama'] }],
  ])('shows a composite on the dev server, %s', async (_, optimizeDeps) => {
    const server = await createServer({
      root: app.folder,
      configFile: false,
      logLevel: 'error',
      server: { port: 0 },
      optimizeDeps,
    });
    onTestFinished(() => server.close());
    await server.listen();
    const { page, complaints, close } = await openApp(server.resolvedUrls?.local[0] ?? '');
    onTestFinished(close);
    await expectComposite(page);
    expect(complaints).toEqual([]);
  });

  it('needs no bundler where its folder is served as it is', async () => {
    const server = await preview({
      root: app.folder,
      configFile: false,
      build: { outDir: 'node_modules/cyclorama' },
      preview: { port: 0, headers: STRICT_HEADERS },
    });
    onTestFinished(() => server.close());
    // Any document of that origin will do.
    const { page, close } = await openApp(`${server.resolvedUrls?.local[0] ?? ''}package.json`);
    onTestFinished(close);
    expect(await page.evaluate(MASK_SIZE)).toEqual([256, 144]);
  });
});

// As text: an import in a function would be made into one of this test's own.
const MASK_SIZE = `(async () => {
  const { createSegmenter } = await import('/dist/index.js');
  const segmenter = await createSegmenter({ model: 'landscape' });
  const { width, height } = await segmenter.segment(new ImageData(320, 180));
  segmenter.close();
  return [width, height];
})()`;

async function expectComposite(page: Page): Promise<void> {
  await page.waitForSelector('body[data-state=running]', { timeout: 20_000 });
  for (const spot of ROOM) {
    expect(difference(await colorAt(page, '#before', spot), CHOSEN)).toBeGreaterThan(24);
    await expect
      .poll(async () => difference(await colorAt(page, '#after', spot), CHOSEN))
      .toBeLessThan(12);
  }
  const person = await colorAt(page, '#before', PERSON);
  expect(difference(person, CHOSEN)).toBeGreaterThan(60);
  await expect
    .poll(async () => difference(await colorAt(page, '#after', PERSON), person))
    .toBeLessThan(24);
}
