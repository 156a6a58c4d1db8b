import type { Page } from 'playwright';
import { STRICT_HEADERS } from '../../../scripts/strict-headers.mjs';
import { bundlePage, CACHE } from '../site/build-page';
import { serve, type Route } from '../site/serve';
import { launchBrowser } from './launch';

/** Cross-origin isolation sharpens the clock from a tenth of a millisecond to a 200th. */
const HEADERS = {
  ...STRICT_HEADERS,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** A page that measures, and what it may ask for. */
export interface MeasuringPage {
  /** Folder of its sources. */
  readonly root: string;
  /** Where its bundle goes, below the cache. */
  readonly cache: string;
  readonly rounds: number;
  readonly routes: Readonly<Record<string, Route>>;
}

/** Bundles a page and runs it in a fresh browser; its rounds go to standard error. */
export async function onMeasuringPage<T>(
  { root, cache, rounds, routes }: MeasuringPage,
  run: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = await bundlePage(root, `${CACHE}/${cache}`);
  const site = await serve(folder, routes, HEADERS);
  const browser = await launchBrowser();
  try {
    await browser.page.exposeFunction('onRound', (round: number) => {
      console.error(`Chromium: round ${round} of ${rounds} …`);
    });
    await browser.page.goto(site.url);
    return await run(browser.page);
  } finally {
    await browser.close();
    await site.close();
  }
}
