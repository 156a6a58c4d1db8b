import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('a hidden page in Chromium', () => {
  it('gives the source’s rate for a minute, on both paths', { timeout: 120_000 }, async () => {
    await page.evaluate(async () => {
      for (const path of ['auto', 'canvas'] as const) {
        const background = { type: 'color', color: '#0000ff' } as const;
        await lab.open({ source: 'camera', width: 640, height: 480, path, background });
        await lab.running();
      }
    });
    const other = await browser.newPage();
    await other.bringToFront();
    const deliveries = await page.evaluate(() =>
      Promise.all(lab.runs.map((run) => lab.deliveryOf(run, 60))),
    );
    const paths = await page.evaluate(() => lab.runs.map((run) => run.stats?.path));
    expect(paths).toEqual(['tracks', 'canvas']);
    console.log('Chromium, hidden:', JSON.stringify(deliveries));
    for (const { hidden, seconds, frames, composites } of deliveries) {
      expect(hidden).toBe(true);
      expect(seconds).toBeGreaterThan(59.9);
      expect(frames).toBeGreaterThan(0.9 * SOURCE_RATE);
      expect(composites).toBeGreaterThan(0.9 * SOURCE_RATE);
    }
  });
});
