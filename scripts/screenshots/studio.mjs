import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { ROOT } from '../run-command.mjs';

const WIDE = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 780 };

/** The states that the documentation shows: a name, where it is seen, the link, what is done there. */
const STATES = [
  { name: 'compare', viewport: WIDE, link: '#background=living-room' },
  { name: 'dark', viewport: WIDE, link: '#background=evening&view=result', colorScheme: 'dark' },
  { name: 'mask', viewport: WIDE, link: '#view=mask' },
  {
    name: 'code',
    viewport: WIDE,
    link: '#background=blur',
    act: (page) => page.click('#show-code'),
  },
  {
    name: 'model',
    viewport: WIDE,
    link: '#preset=custom&segmenter=bodypix&view=overlay',
    prepare: serveWeights,
    act: scrollToModel,
  },
  { name: 'message', viewport: WIDE, link: '#background=lake', act: chooseLetter },
  { name: 'phone', viewport: PHONE, link: '#background=library' },
  { name: 'phone-dark', viewport: PHONE, link: '#background=sunlit', colorScheme: 'dark' },
];

/** Test data, of which the page gets what `npm run models` would fetch. */
const WEIGHTS = join(ROOT, '../shared/data/bodypix');

async function serveWeights(page) {
  await page.route('**/models/bodypix/**', (route) => {
    const [, file] = new URL(route.request().url()).pathname.split('/models/bodypix/');
    return route.fulfill({ path: join(WEIGHTS, file) });
  });
}

async function scrollToModel(page) {
  await page.locator('.model').scrollIntoViewIfNeeded();
}

/** Chooses a file that is no picture. */
async function chooseLetter(page) {
  const buffer = Buffer.from('Dear …');
  await page.setInputFiles('[data-part=picture-file]', {
    name: 'letter.png',
    mimeType: 'image/png',
    buffer,
  });
  await page.waitForSelector('.notice');
}

async function shoot(browser, address, { name, link, prepare, act, ...look }) {
  const page = await browser.newPage(look);
  await prepare?.(page);
  await page.goto(address + link);
  await page.waitForSelector('#state[data-state=running]');
  await page.waitForTimeout(12_000); // So that the plot has something to tell.
  await act?.(page);
  await page.waitForTimeout(300);
  const path = join(ROOT, 'docs/studio', `${name}.jpg`);
  await page.screenshot({ path, type: 'jpeg', quality: 66 });
  await page.close();
  console.log(path);
}

/** Makes the pictures in docs/studio, from the built page. */
export async function shootStudio(browser) {
  mkdirSync(join(ROOT, 'docs/studio'), { recursive: true });
  const server = await preview({ root: join(ROOT, 'apps/studio'), preview: { port: 0 } });
  try {
    for (const state of STATES) await shoot(browser, server.resolvedUrls.local[0], state);
  } finally {
    await server.close();
  }
}
