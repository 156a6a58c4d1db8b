import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox, openPage } from './support/launch';
import { openStudio, type Site } from './support/test-site';

let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await openStudio();
  browser = await launchFirefox();
  ({ page, complaints } = await openPage(browser, site.address));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Mean colour of a small square of the result: the sample's window, or the suit below the collar. */
const colorOf = (place: 'window' | 'suit'): Promise<number[]> =>
  page.evaluate(
    (x, y) => {
      const video = document.querySelector<HTMLVideoElement>('#after');
      const context = new OffscreenCanvas(160, 90).getContext('2d');
      if (!video || !context || video.videoWidth === 0) return [0, 0, 0];
      context.drawImage(video, 0, 0, 160, 90);
      const { data } = context.getImageData(Math.round(x * 160) - 1, Math.round(y * 90) - 1, 3, 3);
      return [0, 1, 2].map((channel) => {
        const values = [...data].filter((_, at) => at % 4 === channel);
        return values.reduce((sum, value) => sum + value) / values.length;
      });
    },
    ...(place === 'window' ? ([0.08, 0.35] as const) : ([0.4, 0.92] as const)),
  );

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));

/** The sample's own colours in these places. */
const WINDOW = [226, 229, 224];
const SUIT = [225, 95, 50];

describe('the built studio in Firefox', { timeout: 60_000 }, () => {
  it('plays the sample by itself, with the person kept and the room replaced', async () => {
    await expect
      .poll(async () => difference(await colorOf('suit'), SUIT), { timeout: 30_000 })
      .toBeLessThan(60);
    expect(difference(await colorOf('window'), WINDOW)).toBeGreaterThan(40);
  });

  it('goes on playing', async () => {
    const times = await page.evaluate(async () => {
      const video = document.querySelector<HTMLVideoElement>('#after');
      if (!video) throw new Error('No #after.');
      let pictures = 0;
      const note = (): void => void (pictures++, video.requestVideoFrameCallback(note));
      video.requestVideoFrameCallback(note);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return pictures;
    });
    expect(times).toBeGreaterThan(20);
  });

  it('complained of nothing, under the strict policy', () => {
    expect(complaints).toEqual([]);
  });
});
