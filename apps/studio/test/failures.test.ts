import { flatPng } from '@cyclorama/background-picker/testing';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_FLAGS, findBrowser } from '../../../scripts/find-browser.mjs';
import { letter, movieLetter, upload } from './upload';
import { openBuiltPage, type BuiltPage } from './open-built-page';

const FAKE_CAMERA = '--use-fake-device-for-media-stream';
/** Without it the browser asks; where nobody answers that is a no. */
const FAKE_YES = '--use-fake-ui-for-media-stream';

const isOn = (source: string): string => `[data-source=${source}][aria-pressed=true]`;
const sees = (page: Page, words: string): Promise<unknown> =>
  page.waitForSelector(`.notice:has-text("${words}")`);
const outputId = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { srcObject } = document.querySelector<HTMLVideoElement>('#after') ?? {};
    const track = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
    return track?.readyState === 'live' ? track.id : undefined;
  });

/** As when a file is dragged onto the page. */
async function dropMovie(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sample = await (await fetch('sample/sample.webm')).blob();
    const files = new DataTransfer();
    files.items.add(new File([sample], 'movie.webm', { type: 'video/webm' }));
    const about = { dataTransfer: files, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, about));
    }
  });
  // So long as a movie takes to be on, where it is taken.
  await page.waitForTimeout(1000);
}
const videosWithPicture = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject).length,
  );

describe('what the built page says when something fails', () => {
  let built: BuiltPage;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.close();
  });
  afterEach(async () => {
    for (const browser of browsers.splice(0)) await browser.close();
  });
  afterAll(() => built.close());

  /** A browser with flags and permissions of its own. */
  const browse = async (
    without: readonly string[] = [],
    more: readonly string[] = [],
    options: BrowserContextOptions = {},
  ): Promise<{ browser: Browser; page: Page }> => {
    const executablePath = findBrowser();
    const args = [...BROWSER_FLAGS.filter((flag) => !without.includes(flag)), ...more];
    const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
    browsers.push(browser);
    return { browser, page: await (await browser.newContext(options)).newPage() };
  };
  const arrive = async (page: Page): Promise<void> => {
    await page.goto(built.address);
    await page.waitForSelector('#state[data-state=running]');
  };
  const expectSampleOn = async (page: Page): Promise<void> => {
    await page.waitForSelector(isOn('sample'));
    await page.waitForSelector('#state[data-state=running]');
    expect(await outputId(page)).toBeDefined();
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  };
  /** What was on goes on, as if nothing had been tried. */
  const expectSameOn = async (page: Page, output: string | undefined): Promise<void> => {
    await expectSampleOn(page);
    expect(await outputId(page)).toBe(output);
  };

  it('there is no camera', async () => {
    const { page } = await browse([FAKE_CAMERA], [`${FAKE_CAMERA}=device-count=0`]);
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await sees(page, 'No camera was found.');
    await expectSameOn(page, output);
  });

  it('the camera is not allowed', async () => {
    const { page } = await browse([FAKE_YES]);
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await sees(page, 'The camera is not allowed.');
    await sees(page, 'in the address bar');
    await expectSameOn(page, output);
  });

  it('the camera is in use', async () => {
    const { page } = await browse();
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
    });
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await sees(page, 'The camera is in use or not responding.');
    await sees(page, 'Close other programs that use it');
    await expectSameOn(page, output);
  });

  it('the camera is pulled out while it is on', async () => {
    const { browser, page } = await browse();
    await arrive(page);
    await page.click('[data-source=camera]');
    await page.waitForSelector(isOn('camera'));
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const cameras = processInfo.find(({ type }) => type.includes('VideoCaptureService'));
    if (!cameras) throw new Error('The browser has no process for its cameras.');
    process.kill(cameras.id, 'SIGKILL');
    await sees(page, 'The camera was disconnected.');
    await expectSampleOn(page);
  });

  it('the camera is forbidden while it is on', async () => {
    const { page } = await browse([FAKE_YES], [], { permissions: ['camera'] });
    await arrive(page);
    await page.click('[data-source=camera]');
    await page.waitForSelector(isOn('camera'));
    await page.context().clearPermissions();
    await sees(page, 'The camera was disconnected.');
    await expectSampleOn(page);
  });

  it('the browser lacks what the engine needs: no room is shown, and nothing opened', async () => {
    const { page } = await browse();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'VideoFrame'));
    await page.goto(built.address);
    await sees(page, 'This browser cannot put a background behind you.');
    await sees(page, 'It lacks VideoFrame (WebCodecs).');
    expect(await page.textContent('#state')).toBe('not supported here');
    const controls = 'main :is(button, input, select)';
    expect(await page.locator(controls).count()).toBeGreaterThan(30);
    expect(await page.locator(`${controls}:not([inert], [inert] *)`).count()).toBe(0);
    for (const part of await page.locator('[inert]:not(input)').all()) {
      expect(await part.evaluate((box) => getComputedStyle(box).opacity)).toBe('0.45');
    }
    expect(await page.locator('.notice button').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dropMovie(page);
    expect(await videosWithPicture(page)).toBe(0);
    expect(await page.locator('.notice').count()).toBe(1);
    const still = page.locator('#background-picker img').first();
    await expect
      .poll(() => still.evaluate((picture: HTMLImageElement) => picture.naturalWidth))
      .toBe(320);
  });

  it('a picture is none, or too large; one that is very wide works', async () => {
    const { page } = await browse();
    await arrive(page);
    const output = await outputId(page);
    const offer = (name: string, content: Buffer): Promise<void> =>
      page.setInputFiles('[data-part=picture-file]', upload(name, 'image/png', content));
    await page.setInputFiles('[data-part=picture-file]', letter());
    await sees(page, 'letter.png could not be read as a picture.');
    await offer('huge.png', await blackPicture(20_000, 20_000));
    await sees(page, 'huge.png is too large: 20,000 × 20,000 pixels.');
    await sees(page, 'Save it smaller and try again: 3,840 pixels on its longer side');
    await page.waitForSelector('[data-background=stage][aria-pressed=true]');
    await offer('wide.png', await blackPicture(20_000, 100));
    await page.waitForSelector('[data-background=own][aria-pressed=true]');
    expect(await page.locator('.notice').count()).toBe(0);
    await expectSameOn(page, output);
  });

  it('a movie is none, or has no picture; a good one is dropped and plays', async () => {
    const { page } = await browse();
    await arrive(page);
    const output = await outputId(page);
    const offer = (name: string, content: Buffer): Promise<void> =>
      page.setInputFiles('#movie-file', upload(name, 'video/mp4', content));
    await page.setInputFiles('#movie-file', movieLetter());
    await sees(page, 'This file cannot be played as a movie.');
    await offer('song.mp4', silentWave());
    await sees(page, 'This file has no picture.');
    await expectSameOn(page, output);
    await dropMovie(page);
    await page.waitForSelector(isOn('movie'));
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('the sample does not come, and comes when it is tried again', async () => {
    const { page } = await browse();
    await page.route('**/sample.webm', (route) => route.abort());
    await page.goto(built.address);
    await sees(page, 'The sample could not be loaded.');
    expect(await page.textContent('#state')).toBe('no source');
    await page.unroute('**/sample.webm');
    await page.click('.notice button:has-text("Try again")');
    await page.waitForSelector('#state[data-state=running]');
    expect(await page.locator('.notice').count()).toBe(0);
  });
});

const blackPicture = async (width: number, height: number): Promise<Buffer> =>
  Buffer.from(await (await flatPng(width, height)).arrayBuffer());

/** A second of silence: 8 bits, 8000 a second. */
function silentWave(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.alloc(8000, 128)]);
}
