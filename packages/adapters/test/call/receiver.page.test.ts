import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createSeats,
  launchCallBrowser,
  localClient,
  openCallPage,
  openCallSite,
  type CallSite,
} from '@cyclorama/testing/chime';
import type { Sight } from '@cyclorama/testing/chime-page';
import { sharedData } from '@cyclorama/testing/node';
import { startChimeLocal, type RunningChimeLocal } from 'chime-local';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { stage as Stage } from './page/main';
import type { Way } from './page/publish';
import type { SourceName } from './page/sources';

declare const stage: typeof Stage;

const PAGE = fileURLToPath(new URL('page', import.meta.url));
const CLIP = sharedData('clips/dancer-a');
/** Thirty that are looked at, and the time until the person shows. */
const SECONDS = 35;
const MOVIE_TAB = '--auto-select-tab-capture-source-by-title=The movie';
const FAKE_UI = '--use-fake-ui-for-media-stream';

let chime: RunningChimeLocal;
let site: CallSite;
/** Its camera is the clip; its pages are asked nothing. */
let cameraBrowser: Browser;
/** Shares the window of the movie. */
let screenBrowser: Browser;
let mattes: string[] | undefined;

async function readMattes(): Promise<string[] | undefined> {
  if (!CLIP) return undefined;
  const names = await readdir(`${CLIP}/alpha`);
  return Promise.all(names.map((name) => readFile(`${CLIP}/alpha/${name}`, 'base64')));
}

beforeAll(async () => {
  mattes = await readMattes();
  chime = await startChimeLocal();
  site = await openCallSite(PAGE, chime.endpoint, { blobWorkers: true });
  cameraBrowser = await launchCallBrowser(
    CLIP ? [`--use-file-for-fake-video-capture=${CLIP}.mjpeg`] : [],
  );
  screenBrowser = await launchCallBrowser([MOVIE_TAB], [FAKE_UI]);
}, 90_000);

afterAll(async () => {
  await Promise.all([cameraBrowser.close(), screenBrowser.close()]);
  await site.close();
  await chime.close();
});

/** Two people meet, one sends, and what the other got of each frame for thirty seconds. */
async function received(browser: Browser, way: Way, source: SourceName): Promise<Sight[]> {
  const seats = await createSeats(localClient(chime.endpoint), 2);
  const open = async (seat: (typeof seats)[number] | undefined): Promise<Page> => {
    if (!seat) throw new Error('No seat.');
    const page = await openCallPage(browser, site.address);
    await page.evaluate((seat) => stage.caller.join(seat), seat);
    return page;
  };
  const sender = await open(seats[0]);
  const receiver = await open(seats[1]);
  const scene = source === 'camera' ? mattes : undefined;
  await receiver.evaluate((scene) => stage.watchNext(scene), scene);
  await sender.evaluate((way, source) => stage.publish(way, source), way, source);
  await expect
    .poll(() => receiver.evaluate(() => stage.sights().length), { timeout: 15_000 })
    .toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  const sights = await receiver.evaluate(() => stage.sights());
  await Promise.all([sender, receiver].map((page) => page.browserContext().close()));
  return sights;
}

/** Over so much of where a person mostly is; arms and head move in and out of it. */
const PERSON_SHARE = 0.8;

function expectPersonBeforeBlue(way: Way, sights: readonly Sight[]): void {
  const black = sights.filter(({ roomColor }) => Math.max(...roomColor) < 12);
  const leaks = sights.filter((sight) => sight.roomBlue < 0.98 && !black.includes(sight));
  expect(leaks, 'frames in which the room shows').toEqual([]);
  // The SDK captures its canvas before a processor painted on it.
  expect(black.length, 'black frames').toBeLessThanOrEqual(way === 'frame-processor' ? 1 : 0);
  const first = sights.find(({ personShown }) => personShown > PERSON_SHARE)?.atMs ?? Infinity;
  expect(first - (sights[0]?.atMs ?? 0), 'time until the person shows').toBeLessThan(5000);
  // A machine that runs other tests beside stalls at times.
  for (let second = 1; second <= 30; second++) {
    const atMs = first + second * 1000;
    const sight = sights.findLast((each) => each.atMs <= atMs);
    expect(atMs - (sight?.atMs ?? 0), `age of the picture at second ${second}`).toBeLessThan(3000);
    expect(sight?.personShown, `person at second ${second}`).toBeGreaterThan(PERSON_SHARE);
  }
}

describe('what the other one in a meeting receives', { timeout: 90_000 }, () => {
  it.concurrent.each<[Way, SourceName]>([
    ['video-input', 'camera'],
    ['frame-processor', 'camera'],
  ])('is the person before blue, of %s and a %s', async (way, source) => {
    expectPersonBeforeBlue(way, await received(cameraBrowser, way, source));
  });
});

describe('what the other one receives besides', { timeout: 90_000 }, () => {
  it.concurrent.each<[Way, SourceName]>([
    ['stream', 'camera'],
    ['video-input', 'movie'],
  ])('is the person before blue, of %s and a %s', async (way, source) => {
    expectPersonBeforeBlue(way, await received(cameraBrowser, way, source));
  });

  it.concurrent('is the person before blue, of a shared screen', async () => {
    const movie = await openCallPage(screenBrowser, site.address);
    await movie.setViewport({ width: 960, height: 540 });
    await movie.evaluate(() => stage.fillWindow());
    expectPersonBeforeBlue(
      'content-share',
      await received(screenBrowser, 'content-share', 'screen'),
    );
  });
});
