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
import { sharedData } from '@cyclorama/testing/node';
import { startChimeLocal, type RunningChimeLocal } from 'chime-local';
import type { Browser, Page } from 'puppeteer-core';
import type { stage as Stage } from './page/main';

declare const stage: typeof Stage;

const PAGE = fileURLToPath(new URL('page', import.meta.url));
const CLIP = sharedData('clips/dancer-a');
const MOVIE_TAB = '--auto-select-tab-capture-source-by-title=The movie';
const FAKE_UI = '--use-fake-ui-for-media-stream';

/** Two people in a meeting, each in a page of their own. */
export interface Meeting {
  readonly sender: Page;
  readonly receiver: Page;
  close(): Promise<void>;
}

async function readMattes(): Promise<string[] | undefined> {
  if (!CLIP) return undefined;
  const names = await readdir(`${CLIP}/alpha`);
  return Promise.all(names.map((name) => readFile(`${CLIP}/alpha/${name}`, 'base64')));
}

/** A local service, the page of those who meet there, and their browsers. */
export class CallRig {
  private constructor(
    private readonly chime: RunningChimeLocal,
    private readonly site: CallSite,
    /** Its camera is the clip; its pages are asked nothing. */
    readonly cameraBrowser: Browser,
    /** Shares the window of the movie. */
    readonly screenBrowser: Browser,
    /** Of the camera's clip; absent where that is the movie. */
    readonly mattes: string[] | undefined,
  ) {}

  static async open(): Promise<CallRig> {
    const chime = await startChimeLocal();
    const clip = CLIP ? [`--use-file-for-fake-video-capture=${CLIP}.mjpeg`] : [];
    return new CallRig(
      chime,
      await openCallSite(PAGE, chime.endpoint, { blobWorkers: true }),
      await launchCallBrowser(clip),
      await launchCallBrowser([MOVIE_TAB], [FAKE_UI]),
      await readMattes(),
    );
  }

  openPage(browser: Browser): Promise<Page> {
    return openCallPage(browser, this.site.address);
  }

  async meet(browser: Browser): Promise<Meeting> {
    const [first, second] = await createSeats(localClient(this.chime.endpoint), 2);
    const [sender, receiver] = [
      await this.#join(browser, first),
      await this.#join(browser, second),
    ];
    const close = async (): Promise<void> => {
      await Promise.all([sender, receiver].map((page) => page.browserContext().close()));
    };
    return { sender, receiver, close };
  }

  async #join(browser: Browser, seat: Parameters<typeof stage.caller.join>[0] | undefined) {
    if (!seat) throw new Error('No seat.');
    const page = await this.openPage(browser);
    await page.evaluate((seat) => stage.caller.join(seat), seat);
    return page;
  }

  async close(): Promise<void> {
    await Promise.all([this.cameraBrowser.close(), this.screenBrowser.close()]);
    await this.site.close();
    await this.chime.close();
  }
}
