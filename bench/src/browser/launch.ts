import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { BROWSER_FLAGS, findBrowser } from '../../../scripts/find-browser.mjs';

/** A browser of its own, with a new profile. */
export interface LaunchedBrowser {
  readonly page: Page;
  /** Of the browser process, whose descendants are all others. */
  readonly pid: number;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

const FLAGS = ['--headless=new', ...BROWSER_FLAGS, '--remote-debugging-port=0'];

/**
 * Starts Chromium. It is spawned here and not by Playwright, since its process id is needed, and
 * so that it runs with the flags that a user's browser has.
 * @param cameraFile - `.mjpeg` or `.y4m` that its camera plays in a loop.
 */
export async function launchBrowser(cameraFile?: string): Promise<LaunchedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'cyclorama-bench-'));
  const camera = cameraFile ? [`--use-file-for-fake-video-capture=${cameraFile}`] : [];
  const flags = [...FLAGS, ...camera, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(findBrowser() ?? chromium.executablePath(), flags, { stdio: 'ignore' });
  const end = (): Promise<void> => endBrowser(child, profile);
  try {
    const browser = await connect(child, profile);
    return { page: firstPage(browser), pid: child.pid ?? 0, close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function connect(child: ChildProcess, profile: string): Promise<Browser> {
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const address = await Promise.race([failed, devToolsAddress(profile)]);
  return chromium.connectOverCDP(address);
}

/** Chromium writes the port it chose into its profile. */
async function devToolsAddress(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await sleep(100);
  }
  throw new Error('Chromium did not start within 30 s. Try CHROME_PATH with another browser.');
}

function firstPage(browser: Browser): Page {
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('Chromium started without a page.');
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.error(`page: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  return page;
}

async function endBrowser(child: ChildProcess, profile: string): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await Promise.race([ended, sleep(5000).then(() => child.kill('SIGKILL'))]);
  }
  // Its helpers may still write for a moment.
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
