import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../../../../../scripts/find-browser.mjs';

const AUTOPLAY = '--autoplay-policy=no-user-gesture-required';

/** Starts Chromium for calls; `without` names flags that would be in the way. */
export async function launchCallBrowser(
  flags: readonly string[] = [],
  without: readonly string[] = [],
): Promise<Browser> {
  const { chromium } = await import('playwright');
  return puppeteer.launch({
    executablePath: findBrowser() ?? chromium.executablePath(),
    headless: true,
    args: [...BROWSER_FLAGS, AUTOPLAY, ...flags].filter((flag) => !without.includes(flag)),
  });
}

/** Opens a page in a window of its own, so that no other one hides it. */
export async function openCallPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('page:', error));
  await page.goto(address);
  return page;
}
