import { axeViolations } from '@cyclorama/testing/page';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter } from './upload';
import { openBuiltPage, type BuiltPage } from './open-built-page';
import { stallWeights } from './weights';

const WIDTHS = [360, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;

const arrive = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await page.waitForSelector('#state[data-state=running]');
};

/** How a page comes into each state, from an address that it has not been at. */
const STATES: Readonly<Record<string, (page: Page, address: string) => Promise<unknown>>> = {
  'in a browser that lacks what it needs': async (page, address) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoFrame'));
    await page.goto(address);
    return page.waitForSelector('#state[data-state=unsupported]');
  },
  'without its model': async (page, address) => {
    await page.route('**/*.tflite', (route) => route.abort());
    await page.goto(address);
    await page.waitForSelector('.notice');
    return page.waitForSelector('#state[data-state=failed]');
  },
  'without a source': async (page, address) => {
    await page.route('**/sample.webm', (route) => route.abort());
    await page.goto(address);
    return page.waitForSelector('#state[data-state=no-source]');
  },
  'while it records': async (page, address) => {
    await arrive(page, address);
    await page.click('#record');
    return page.waitForSelector('#record[aria-pressed=true]');
  },
  'with the mask': (page, address) => arrive(page, `${address}#view=mask`),
  'with the overlay': (page, address) => arrive(page, `${address}#view=overlay`),
  'while another model loads, with all its settings': async (page, address) => {
    await stallWeights(page);
    await arrive(page, `${address}#preset=custom&parts=hide-faces`);
    await page.selectOption('#segmenter', 'bodypix');
    return page.waitForSelector('#model-status[data-state=loading]');
  },
  'on the canvas path': (page, address) => arrive(page, `${address}#path=canvas`),
};

describe('the page for everyone', () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.waitForSelector('#state[data-state=running]');
  });
  afterAll(() => built.close());

  describe.each(SCHEMES)('in %s', (colorScheme) => {
    it.each(WIDTHS)('breaks no rule of accessibility at %i pixels', async (width) => {
      await built.page.emulateMedia({ colorScheme });
      await built.page.setViewportSize({ width, height: 800 });
      expect(await axeViolations(built.page)).toEqual([]);
    });

    it('breaks none with the code and a message on it', async () => {
      await built.page.emulateMedia({ colorScheme });
      await built.page.setInputFiles('[data-part=picture-file]', letter());
      await built.page.waitForSelector('.notice');
      await built.page.click('#show-code');
      expect(await axeViolations(built.page)).toEqual([]);
      await built.page.keyboard.press('Escape');
      await built.page.click('.notice button:has-text("Close")');
    });
  });

  describe.each(Object.entries(STATES))('%s', (_, reach) => {
    it.each(SCHEMES)('breaks no rule in %s', async (colorScheme) => {
      const page = await built.page.context().newPage();
      await page.emulateMedia({ colorScheme });
      await reach(page, built.address);
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    });
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
});
