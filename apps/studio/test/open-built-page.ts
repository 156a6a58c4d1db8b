import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page, type Response } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { BROWSER_FLAGS, findBrowser } from '../../../scripts/find-browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Apart from `dist`, which may be being served, and from other tests that build meanwhile. */
const OUT_DIR = `.cache/built-page-${process.pid}`;

const FLAGS = [...BROWSER_FLAGS, '--autoplay-policy=no-user-gesture-required'];

/** The built page in a real browser, and everything it asked for or complained about. */
export interface BuiltPage {
  readonly page: Page;
  readonly address: string;
  readonly responses: readonly Response[];
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Builds the page, serves it as `npm start` does, and opens it. */
export async function openBuiltPage(): Promise<BuiltPage> {
  await build({ root: ROOT, logLevel: 'error', build: { outDir: OUT_DIR } });
  const server = await preview({ root: ROOT, build: { outDir: OUT_DIR }, preview: { port: 0 } });
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: FLAGS, ...(executablePath && { executablePath }) });
  // A context of its own, in which a test can open further pages.
  const page = await (await browser.newContext()).newPage();
  const responses: Response[] = [];
  const complaints: string[] = [];
  page.on('response', (response) => responses.push(response));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  await page.goto(address);
  return { page, address, responses, complaints, close: () => closeAll(browser, server) };
}

async function closeAll(browser: Browser, server: PreviewServer): Promise<void> {
  await browser.close();
  await server.close();
  await rm(join(ROOT, OUT_DIR), { recursive: true, force: true });
}
