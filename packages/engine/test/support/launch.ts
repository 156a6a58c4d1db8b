import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../../../../scripts/find-browser.mjs';
import { findFirefox } from '../../../../scripts/find-firefox.mjs';

/** Never asks for a camera, which is made up; calls itself without a network. */
const FIREFOX_PREFERENCES = {
  'media.autoplay.default': 0,
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** Puppeteer keeps hidden pages awake with these; the browsers of users do not have them. */
const AWAKE_FLAGS = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** The made-up camera gives twenty frames a second by itself. */
const CAMERA_FLAG = '--use-fake-device-for-media-stream=fps=30';

/** Starts Firefox, driven over WebDriver BiDi, with a new profile. */
export function launchFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: required(findFirefox(), 'Firefox'),
    headless: true,
    extraPrefsFirefox: FIREFOX_PREFERENCES,
  });
}

/** Starts Chromium, which treats a hidden page as it does for users. */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright');
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: findBrowser() ?? chromium.executablePath(),
    headless: true,
    ignoreDefaultArgs: AWAKE_FLAGS,
    args: [...BROWSER_FLAGS, CAMERA_FLAG, '--autoplay-policy=no-user-gesture-required'],
  });
}

/** Opens a page and notes what it complains about. */
export async function openPage(
  browser: Browser,
  address: string,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints };
}

function required(path: string | undefined, name: string): string {
  if (!path) throw new Error(`No ${name} was found; npm run test:firefox tells what to do.`);
  return path;
}
