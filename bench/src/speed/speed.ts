import type { SpeedOptions } from '../args/options';
import { inBrowser } from '../browser/in-browser';
import type { LaunchedBrowser } from '../browser/launch';
import { prepareClip } from '../clip/prepare-clip';
import { medianOfRuns } from '../measure/median-of-runs';
import { buildPage, PAGE_FOLDER } from '../site/build-page';
import { savePicture } from '../site/save-picture';
import type { Site } from '../site/serve';
import { requireProc } from '../system/process-tree';
import { measureStretch, type Stretch } from './measure-stretch';
import { speedResult, type OursRun, type SpeedResult } from './speed-result';

/**
 * Pass-through and ours in turn, each in a fresh browser, as often as asked, and the medians.
 * Pass-through is the consumer reading the camera's track itself.
 */
export async function speed(options: SpeedOptions): Promise<SpeedResult> {
  requireProc();
  const folder = await buildPage();
  const camera = await prepareClip(options.clip, options, folder);
  const results: SpeedResult[] = [];
  for (let run = 1; run <= options.runs; run++) {
    console.error(`Run ${run} of ${options.runs}: pass-through …`);
    const passthrough = await inBrowser({ folder, camera }, (browser, site) =>
      runPassthrough(browser, site, options),
    );
    console.error(`Run ${run} of ${options.runs}: ours …`);
    const ours = await inBrowser({ folder, camera }, (browser, site) =>
      runOurs(browser, site, options),
    );
    results.push(speedResult(passthrough, ours));
  }
  return medianOfRuns(results);
}

async function runPassthrough(
  { page, ...browser }: LaunchedBrowser,
  site: Site,
  { seconds }: SpeedOptions,
): Promise<Stretch> {
  await page.goto(site.url);
  await page.evaluate(() => window.bench.speed.startPassthrough());
  return measureStretch({ page, ...browser }, seconds);
}

/** The first visit fills the HTTP cache, the second is measured. */
async function runOurs(
  browser: LaunchedBrowser,
  site: Site,
  options: SpeedOptions,
): Promise<OursRun> {
  const firstFrameColdMs = await startOurs(browser, site, options);
  const served = await site.servedBytes(isEngine);
  const firstFrameMs = await startOurs(browser, site, options);
  const stretch = await measureStretch(browser, options.seconds);
  const picture = await browser.page.evaluate(() => window.bench.speed.picture());
  console.error(`Picture: ${await savePicture('speed-ours', picture)}`);
  return { stretch, firstFrameMs, firstFrameColdMs, served };
}

async function startOurs(
  { page }: LaunchedBrowser,
  site: Site,
  { background, path }: SpeedOptions,
): Promise<number> {
  await page.goto(site.url);
  return page.evaluate((args) => window.bench.speed.startOurs(...args), [
    background,
    path,
  ] as const);
}

const isEngine = (path: string): boolean => path !== 'index.html' && !path.startsWith(PAGE_FOLDER);
