import { chromium, type Page } from 'playwright';
import { BROWSER_FLAGS, findBrowser } from '../../../../scripts/find-browser.mjs';

const FLAGS = [...BROWSER_FLAGS, '--autoplay-policy=no-user-gesture-required'];

/** An app's page in a real browser, and everything it asked for or complained about. */
export interface OpenApp {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an address in a browser of its own. */
export async function openApp(address: string): Promise<OpenApp> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath && { executablePath }) });
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page, requests, complaints, close: () => browser.close() };
}
