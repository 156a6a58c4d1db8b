import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from './page/delivery';
import type { Lab } from './page/main';
import { launchChromium, openPage } from './support/launch';
import { openTestSite, type Site } from './support/test-site';

declare const lab: Lab;

const SOURCE_RATE = 30;

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
  it('keeps the output’s rate for a minute, on both paths', { timeout: 120_000 }, async () => {
    await page.evaluate(async () => {
      for (const path of ['auto', 'canvas'] as const) {
        const background = { type: 'color', color: '#0000ff' } as const;
        await lab.open({ source: 'camera', width: 640, height: 480, path, background });
        await lab.running();
      }
    });
    const visible = await deliveries(5);
    const other = await browser.newPage();
    await other.bringToFront();
    const hidden = await deliveries(60);
    const paths = await page.evaluate(() => lab.runs.map((run) => run.stats?.path));
    expect(paths).toEqual(['tracks', 'canvas']);
    console.log('Chromium, visible and hidden:', JSON.stringify([visible, hidden]));
    for (const [index, delivery] of hidden.entries()) {
      // A machine that is busy gives fewer, hidden or not.
      const before = visible[index]?.frames ?? SOURCE_RATE;
      expect(before).toBeGreaterThan(0.7 * SOURCE_RATE);
      expect(delivery.hidden).toBe(true);
      expect(delivery.seconds).toBeGreaterThan(59.9);
      expect(delivery.frames).toBeGreaterThan(0.9 * before);
      expect(delivery.composites).toBeGreaterThan(0.9 * before);
    }
  });
});
