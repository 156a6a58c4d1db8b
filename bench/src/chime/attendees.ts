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
      const { audioVideo } = stage.caller;
      audioVideo.chooseVideoInputQuality(width, height, fps);
      await audioVideo.startVideoInput({
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
export const received = ({ page }: Attendee): Promise<Received> =>
  page.evaluate(async () => {
    const { caller } = stage;
    const stats = (await caller.stats()).filter(({ type }) => type === 'inbound-rtp');
    const sum = (name: string) =>
      stats.reduce((total, entry) => total + Number(entry[name] ?? 0), 0);
    return {
      framesDecoded: sum('framesDecoded'),
      tiles: caller.tiles.size,
      lost: sum('packetsLost'),
      reconnects: caller.log.count('reconnecting'),
      tilesLost: caller.log.count('tile-removed'),
      concealed: sum('concealedSamples'),
      samples: sum('totalSamplesReceived'),
    };
  });
