import { fileURLToPath } from 'node:url';
import {
  axeViolations,
  firstPaintMs,
  layoutShift,
  pageScripts,
  scriptBytesGzip,
} from '@cyclorama/testing/page';
import type { Page, Response } from 'playwright';
import { build } from 'vite';
import { build as buildWorkspaces } from '../../../scripts/build.mjs';
import { launchBrowser } from '../browser/launch';
import { median } from '../measure/distribution';
import { CACHE } from '../site/build-page';
import { serve } from '../site/serve';

const STUDIO = fileURLToPath(new URL('../../../apps/studio', import.meta.url));
const RUNS = 5;

/** What `page` prints of the studio: cold cache, localhost. */
export interface PageResult {
  /** Median of five visits, each with a browser of its own. */
  readonly firstPaintMs: number;
  /** The page's own script, as a host that compresses sends it. */
  readonly scriptBytesGzip: number;
  /** Rules broken, in light and in dark, narrow and wide. */
  readonly axeViolations: number;
  /** The most of all visits, up to five seconds after the video has arrived. */
  readonly layoutShift: number;
}

/** Measures the studio as its visitors get it. */
export async function page(): Promise<PageResult> {
  const site = await serve(await buildStudio(), {});
  try {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run++) visits.push(await visit(site.url, run === 0));
    return {
      firstPaintMs: median(visits.map(({ paintMs }) => paintMs)),
      scriptBytesGzip: visits[0]?.scriptBytes ?? 0,
      axeViolations: visits[0]?.violations ?? 0,
      layoutShift: Math.max(...visits.map(({ shift }) => shift)),
    };
  } finally {
    await site.close();
  }
}

async function buildStudio(): Promise<string> {
  // Standard output is for the result alone.
  await buildWorkspaces({ engineOnly: true, stdio: ['ignore', 2, 2] });
  const outDir = `${CACHE}/studio`;
  await build({ root: STUDIO, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

interface Visit {
  readonly paintMs: number;
  readonly scriptBytes: number;
  readonly violations: number;
  readonly shift: number;
}

async function visit(url: string, thoroughly: boolean): Promise<Visit> {
  const browser = await launchBrowser();
  const responses: Response[] = [];
  try {
    browser.page.on('response', (response) => responses.push(response));
    await browser.page.goto(url);
    const paintMs = await firstPaintMs(browser.page);
    await browser.page.waitForSelector('#state[data-state=running]');
    await browser.page.waitForTimeout(5000);
    const shift = await layoutShift(browser.page);
    const violations = thoroughly ? await countViolations(browser.page) : 0;
    const scriptBytes = await scriptBytesGzip(pageScripts(responses));
    return { paintMs, scriptBytes, violations, shift };
  } finally {
    await browser.close();
  }
}

async function countViolations(page: Page): Promise<number> {
  let count = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const violations = await axeViolations(page);
      for (const violation of violations) console.error(JSON.stringify(violation));
      count += violations.length;
    }
  }
  return count;
}
