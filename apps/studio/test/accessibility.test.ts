import { axeViolations, layoutShift } from '@cyclorama/testing/page';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBuiltPage, type BuiltPage } from './open-built-page';

const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;

/** What has the keyboard: its id, or what it chooses. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { id, dataset } = document.activeElement as HTMLElement;
    const value = document.activeElement?.getAttribute('value');
    return id || dataset['source'] || dataset['background'] || (value ?? '');
  });

/** Everything that the tabulator reaches, in its order. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === '' || stop === stops[0]) return stops;
    stops.push(stop);
  }
}

describe('the page for everyone', { timeout: 30_000 }, () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.waitForSelector('#state[data-state=running]');
  }, 60_000);
  afterAll(() => built.close());

  describe.each(SCHEMES)('in %s', (colorScheme) => {
    it.each(WIDTHS)('breaks no rule of accessibility at %i pixels', async (width) => {
      await built.page.emulateMedia({ colorScheme });
      await built.page.setViewportSize({ width, height: 800 });
      expect(await axeViolations(built.page)).toEqual([]);
    });

    it('breaks none with the code and a message on it', async () => {
      await built.page.emulateMedia({ colorScheme });
      await built.page.setInputFiles('#picture-file', {
        name: 'letter.png',
        mimeType: 'image/png',
        buffer: Buffer.from('no picture'),
      });
      await built.page.waitForSelector('.notice');
      await built.page.click('#show-code');
      expect(await axeViolations(built.page)).toEqual([]);
      await built.page.keyboard.press('Escape');
      await built.page.click('.notice button:has-text("Close")');
    });
  });

  it.each(WIDTHS)('needs no scrolling sideways at %i pixels', async (width) => {
    await built.page.setViewportSize({ width, height: 800 });
    const over = await built.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
  });

  it('can be reached everywhere by the keyboard, in the order in which it is read', async () => {
    const stops = await tabStops(built.page);
    const wanted = ['divider', 'compare', 'snapshot', 'share-link', 'show-code', 'record'];
    expect(stops.slice(0, wanted.length)).toEqual(wanted);
    for (const stop of ['sample', 'camera', 'resolution', 'rate', 'stage', 'own', 'none', 'path']) {
      expect(stops).toContain(stop);
    }
  });

  it('is used by the keyboard alone: view, divider, background, code', async () => {
    const { page } = built;
    await page.focus('#divider');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#divider', 'aria-valuetext')).toBe('41 % before');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#screen', 'data-view')).toBe('result');
    await page.focus('[data-background=blur]');
    await page.keyboard.press('Space');
    await page.waitForSelector('[data-background=blur][aria-pressed=true]');
    await page.focus('#show-code');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#code')).toContain("type: 'blur'");
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('show-code');
  });

  it('moves nothing by itself where less motion is asked for', async () => {
    await built.page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await built.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((one) => {
          const { animationName, transitionDuration } = getComputedStyle(one);
          return animationName !== 'none' || transitionDuration !== '0s';
        }).length,
    );
    expect(moving).toBe(0);
  });

  it.each(WIDTHS)('moves nothing when the video arrives, at %i pixels', async (width) => {
    const page = await built.page.context().newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(built.address);
    await page.waitForSelector('#state[data-state=running]');
    await page.waitForFunction(() => document.getElementById('fps')?.textContent !== '–');
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await page.close();
  });
});
