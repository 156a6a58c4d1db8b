import type { PeersOptions } from '../args/options';
import { inBrowser, type Stage } from '../browser/in-browser';
import type { LaunchedBrowser } from '../browser/launch';
import { PAGE_FOLDER } from '../site/build-page';
import { savePicture } from '../site/save-picture';
import type { Site } from '../site/serve';
import { measurePeer } from './measure-peer';
import type { PeerName } from './peer-names';
import type { PeerReading } from './peers-result';
import { within } from './within';

/** The page gives up after a minute; a page that is busy for good does not. */
const START_LIMIT_MS = 90_000;
const PICTURE_LIMIT_MS = 60_000;

/**
 * One peer in a fresh browser. The first visit fills the HTTP cache, the second is measured.
 * @throws Error that says why what came out is no result.
 */
export async function runPeer(
  name: PeerName,
  stage: Stage,
  options: PeersOptions,
): Promise<PeerReading> {
  return inBrowser(stage, async (browser, site) => {
    const firstFrameColdMs = await start(name, browser, site, options);
    const served = await site.servedBytes(isPeer);
    const firstFrameMs = await start(name, browser, site, options);
    const stretch = await measurePeer(browser, options.seconds);
    const size = await browser.page.evaluate(() => window.peerRun.size);
    const screenshot = await look(name, browser);
    return { ...size, ...stretch, ...served, firstFrameMs, firstFrameColdMs, screenshot };
  });
}

async function start(
  name: PeerName,
  { page }: LaunchedBrowser,
  site: Site,
  { background }: PeersOptions,
): Promise<number> {
  await page.goto(site.url);
  const started = page.evaluate((args) => window.peerRun.start(...args), [
    name,
    background,
  ] as const);
  return within(START_LIMIT_MS, 'The first composite', started);
}

async function look(name: PeerName, { page }: LaunchedBrowser): Promise<string> {
  const looked = page.evaluate(() => window.peerRun.picture());
  const { png, fault } = await within(PICTURE_LIMIT_MS, 'A frame to look at', looked);
  // A picture that is no result must not take the place of one that is.
  const path = await savePicture(`peers-${name}${fault === undefined ? '' : '-fault'}`, png, 'png');
  console.error(`Picture: ${path}`);
  if (fault !== undefined) throw new Error(`At its end ${fault}: ${path}`);
  return path;
}

const isPeer = (path: string): boolean => path !== 'index.html' && !path.startsWith(PAGE_FOLDER);
