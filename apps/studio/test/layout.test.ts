import { layoutShift } from '@cyclorama/testing/page';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { letter } from './upload';
import { openBuiltPage, type BuiltPage } from './open-built-page';
import { stallWeights } from './weights';

const WIDTHS = [320, 360, 768, 1440];
/** A usual window, and one in which the whole page is in sight. */
const HEIGHTS = [800, 2600];
const SIZES = WIDTHS.flatMap((width) => HEIGHTS.map((height) => ({ width, height })));

/** How far it can be scrolled sideways, in pixels. */
const overWidth = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

describe('the layout of the page', () => {
  let built: BuiltPage;
  const opened: Page[] = [];
  beforeAll(async () => {
    built = await openBuiltPage();
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  afterAll(() => built.close());

  /** The page for a visitor who was never here before. */
  const arrive = async (options: BrowserContextOptions, link = ''): Promise<Page> => {
    const browser = built.page.context().browser();
    if (!browser) throw new Error('The page is in no browser.');
    const page = await (await browser.newContext(options)).newPage();
    opened.push(page);
    await page.goto(built.address + link);
    await page.waitForSelector('#state[data-state=running]');
    await page.waitForFunction(() => document.getElementById('fps')?.textContent !== '–');
    return page;
  };

  it.each(WIDTHS)(
    'needs no scrolling sideways at %i pixels, with a model’s settings or a message either',
    async (width) => {
      const page = await arrive({ viewport: { width, height: 800 } });
      expect(await overWidth(page)).toBe(0);
      await stallWeights(page);
      await page.check('[name=preset][value=custom]');
      await page.selectOption('#segmenter', 'bodypix');
      expect(await overWidth(page)).toBe(0);
      await page.setInputFiles('[data-part=picture-file]', letter(`${'x'.repeat(240)}.png`));
      await page.waitForSelector('.notice');
      expect(await overWidth(page)).toBe(0);
      const box = await page.locator('.notice').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
    },
  );

  it('needs none when it is zoomed to 200 %', async () => {
    const viewport = { width: 720, height: 450 };
    expect(await overWidth(await arrive({ viewport, deviceScaleFactor: 2 }))).toBe(0);
  });

  it.each(WIDTHS)('moves nothing for a visitor with a model of their own, at %i', async (width) => {
    const page = await arrive({ viewport: { width, height: 800 } }, '#preset=custom');
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });

  it.each(SIZES)('moves nothing when the video arrives, at $width × $height', async (viewport) => {
    expect(await layoutShift(await arrive({ viewport }))).toBeLessThan(0.01);
  });
});
