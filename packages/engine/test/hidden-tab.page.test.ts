import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from './page/delivery';
import type { Lab } from './page/main';
import { launchChromium, openPage } from './support/launch';
import { IS_SOAK } from '../../../scripts/is-soak.mjs';
import { openTestSite, type Site } from './support/test-site';

declare const lab: Lab;

const SOURCE_RATE = 30;
const SECONDS = IS_SOAK ? 60 : 10;
/** Of a worker's thirty ticks: a page that is slowed, as hidden ones are, comes to one a second. */
const AWAKE_SHARE = 1 / 8;

let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await openTestSite();
  browser = await launchChromium();
  ({ page } = await openPage(browser, site.address));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What comes out of all runs over the same time. */
const deliveries = (seconds: number): Promise<Delivery[]> =>
  page.evaluate(
    (seconds) => Promise.all(lab.runs.map((run) => lab.deliveryOf(run, seconds))),
    seconds,
  );

describe('a hidden page in Chromium', () => {
  it('keeps the output going, on both paths', { timeout: 180_000 }, async () => {
    await page.evaluate(async () => {
      for (const path of ['auto', 'canvas'] as const) {
        const background = { type: 'color', color: '#0000ff' } as const;
        await lab.open({ source: 'camera', width: 640, height: 480, path, background });
        await lab.running();
      }
    });
    const visible = IS_SOAK ? await deliveries(5) : [];
    const other = await browser.newPage();
    await other.bringToFront();
    const hidden = await deliveries(SECONDS);
    const paths = await page.evaluate(() => lab.runs.map((run) => run.stats?.path));
    expect(paths).toEqual(['tracks', 'canvas']);
    console.log('Chromium, visible and hidden:', JSON.stringify([visible, hidden]));
    for (const { hidden: wasHidden, frames, composites, ticks } of hidden) {
      expect(wasHidden).toBe(true);
      expect(frames).toBeGreaterThan(AWAKE_SHARE * ticks);
      expect(composites).toBeGreaterThan(AWAKE_SHARE * ticks);
    }
    for (const [index, { frames }] of visible.entries()) {
      expect(frames).toBeGreaterThan(0.7 * SOURCE_RATE);
      expect(hidden[index]?.frames).toBeGreaterThan(0.9 * frames);
      expect(hidden[index]?.composites).toBeGreaterThan(0.9 * frames);
    }
  });
});
