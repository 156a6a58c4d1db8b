import {
  createSeats,
  launchCallBrowser,
  localClient,
  openCallPage,
  type Stage,
} from '@cyclorama/testing/chime';
import type { JoinTimes, Seat } from '@cyclorama/testing/chime-page';
import type { Browser, Page } from 'puppeteer-core';

declare const stage: Stage;

export interface Camera {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** Browser and addresses of one run. */
export interface Call {
  readonly browser: Browser;
  readonly address: string;
  readonly endpoint: string;
}

/** The made-up camera keeps its own rate otherwise. */
export const launchFor = ({ fps }: { fps: number }): Promise<Browser> =>
  launchCallBrowser([`--use-fake-device-for-media-stream=fps=${fps}`]);

export const seatsFor = ({ endpoint }: Call, count: number): Promise<Seat[]> =>
  createSeats(localClient(endpoint), count);

/** Somebody who joined, in a window of their own. */
export interface Attendee {
  readonly page: Page;
  readonly times: JoinTimes;
}

/** Opens a window and joins; `toneHz` is how they speak, all the time. */
export async function join(call: Call, seat: Seat, toneHz?: number): Promise<Attendee> {
  const page = await openCallPage(call.browser, call.address);
  const options = toneHz === undefined ? {} : { toneHz };
  const times = await page.evaluate(
    (seat, options) => stage.caller.join(seat, options),
    seat,
    options,
  );
  return { page, times };
}

export async function leave({ page }: Attendee): Promise<void> {
  await page.evaluate(() => stage.caller.leave());
  await page.browserContext().close();
}

/** Sends the made-up camera. */
export const startCamera = ({ page }: Attendee, { width, height, fps }: Camera): Promise<void> =>
  page.evaluate(
    async (width, height, fps) => {
      const { caller } = stage;
      caller.audioVideo.chooseVideoInputQuality(width, height, fps);
      await caller.startVideo({
        width: { exact: width },
        height: { exact: height },
        frameRate: { exact: fps },
      });
    },
    width,
    height,
    fps,
  );

/** Waits until the pictures of so many others are there. */
export const waitForTiles = ({ page }: Attendee, count: number): Promise<void> =>
  page.evaluate(async (count) => {
    while (
      [...document.querySelectorAll('video')].filter((each) => each.videoWidth > 0).length < count
    ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, count);

/** What one attendee received so far. */
export interface Received {
  readonly framesDecoded: number;
  readonly tiles: number;
  readonly lost: number;
  readonly reconnects: number;
  readonly tilesLost: number;
  /** Samples of audio that were made up for missing ones, and all. */
  readonly concealed: number;
  readonly samples: number;
}

/** Reads the statistics of the browser and the SDK's events. */
export async function received({ page }: Attendee): Promise<Received> {
  const { stats, ...counts } = await page.evaluate(async () => ({
    stats: await stage.caller.stats(),
    tiles: stage.caller.tiles.size,
    reconnects: stage.caller.log.count('reconnecting'),
    tilesLost: stage.caller.log.count('tile-removed'),
  }));
  const inbound = stats.filter(({ type }) => type === 'inbound-rtp');
  const sum = (name: string): number =>
    inbound.reduce((total, entry) => total + Number(entry[name] ?? 0), 0);
  return {
    ...counts,
    framesDecoded: sum('framesDecoded'),
    lost: sum('packetsLost'),
    concealed: sum('concealedSamples'),
    samples: sum('totalSamplesReceived'),
  };
}
