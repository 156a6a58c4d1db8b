import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_FLAGS, findBrowser } from '../../../scripts/find-browser.mjs';
import { openBuiltPage, type BuiltPage } from './open-built-page';
import { grayPng } from './gray-png';

const FAKE_CAMERA = '--use-fake-device-for-media-stream';
/** Without it the browser asks; where nobody answers that is a no. */
const FAKE_YES = '--use-fake-ui-for-media-stream';

const upload = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const isOn = (source: string): string => `[data-source=${source}][aria-pressed=true]`;
const sees = (page: Page, words: string): Promise<unknown> =>
  page.waitForSelector(`.notice:has-text("${words}")`);
const outputId = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { srcObject } = document.querySelector<HTMLVideoElement>('#after') ?? {};
    const track = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
    return track?.readyState === 'live' ? track.id : undefined;
  });

describe('what the built page says when something fails', { timeout: 40_000 }, () => {
  let built: BuiltPage;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.close();
  }, 60_000);
  afterEach(async () => {
    for (const browser of browsers.splice(0)) await browser.close();
  });
  afterAll(() => built.close());

  /** A browser with flags and permissions of its own; `prepare` runs in the page before its script. */
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
    await page.waitForSelector('#state[data-state=running]', { timeout: 30_000 });
  };
  /** What was on goes on, with the same output. */
  const expectSampleOn = async (page: Page, output: string | undefined): Promise<void> => {
    await page.waitForSelector(isOn('sample'));
    await page.waitForSelector('#state[data-state=running]');
    expect(output).toBeDefined();
    expect(await outputId(page)).toBe(output);
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  };

  it('there is no camera', async () => {
    const { page } = await browse([FAKE_CAMERA], [`${FAKE_CAMERA}=device-count=0`]);
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await sees(page, 'No camera was found.');
    await expectSampleOn(page, output);
  });

  it('the camera is not allowed', async () => {
    const { page } = await browse([FAKE_YES]);
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await sees(page, 'The camera was not allowed.');
    await sees(page, 'in the address bar');
    await expectSampleOn(page, output);
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
    await sees(page, 'The camera is in use, or does not answer.');
    await sees(page, 'Close other programs that use it');
    await expectSampleOn(page, output);
  });

  it('the camera is pulled out while it is on', async () => {
    const { browser, page } = await browse();
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await page.waitForSelector(isOn('camera'));
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const cameras = processInfo.find(({ type }) => type.includes('VideoCaptureService'));
    if (!cameras) throw new Error('The browser has no process for its cameras.');
    process.kill(cameras.id, 'SIGKILL');
    await sees(page, 'The camera was unplugged or taken away.');
    await expectSampleOn(page, output);
  });

  it('the camera is forbidden while it is on', async () => {
    const { page } = await browse([FAKE_YES], [], { permissions: ['camera'] });
    await arrive(page);
    const output = await outputId(page);
    await page.click('[data-source=camera]');
    await page.waitForSelector(isOn('camera'));
    await page.context().clearPermissions();
    await sees(page, 'The camera was unplugged or taken away.');
    await expectSampleOn(page, output);
  });

  it('the browser lacks what the engine needs: it shows no room and opens no camera', async () => {
    const { page } = await browse();
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'VideoFrame');
      navigator.mediaDevices.getUserMedia = () => {
        document.documentElement.dataset['asked'] = 'yes';
        return Promise.reject(new Error('It was asked for a camera.'));
      };
    });
    await page.goto(built.address);
    await sees(page, 'This browser cannot put a background behind you.');
    await sees(page, 'It lacks VideoFrame (WebCodecs).');
    await page.click('[data-source=camera]');
    await sees(page, 'It lacks VideoFrame (WebCodecs).');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('video')].filter(({ srcObject, src }) => srcObject ?? src),
    );
    expect(shown).toEqual([]);
    expect(await page.getAttribute('html', 'data-asked')).toBeNull();
    expect(await page.locator('.notice').count()).toBe(1);
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector<HTMLImageElement>('#backgrounds img')?.complete),
      )
      .toBe(true);
  });

  it('a picture is none, or too large; one that is very wide works', async () => {
    const { page } = await browse();
    await arrive(page);
    const output = await outputId(page);
    const offer = (name: string, content: Buffer): Promise<void> =>
      page.setInputFiles('#picture-file', upload(name, 'image/png', content));
    await offer('letter.png', Buffer.from('this is no picture'));
    await sees(page, 'letter.png could not be read as a picture.');
    await offer('huge.png', grayPng(40_000, 40_000, 1));
    await sees(page, 'huge.png is too large: 40,000 × 40,000 pixels.');
    await sees(page, 'The background stays as it was.');
    await offer('wide.png', grayPng(20_000, 100));
    await page.waitForSelector('[data-background=own][aria-pressed=true]');
    expect(await page.locator('.notice').count()).toBe(0);
    await expectSampleOn(page, output);
  });

  it('a picture of 20,000 pixels is decoded, or the page says that this browser cannot', async () => {
    const { page } = await browse();
    await arrive(page);
    const huge = upload('huge.png', 'image/png', grayPng(20_000, 20_000));
    await page.evaluate(() => {
      const decode = createImageBitmap;
      globalThis.createImageBitmap = () => {
        globalThis.createImageBitmap = decode;
        return Promise.reject(new DOMException('It could not be decoded.', 'InvalidStateError'));
      };
    });
    await page.setInputFiles('#picture-file', huge);
    await sees(page, 'huge.png is too large: 20,000 × 20,000 pixels.');
    await page.setInputFiles('#picture-file', huge);
    await page.waitForSelector('[data-background=own][aria-pressed=true]');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('a movie is none, or has no picture', async () => {
    const { page } = await browse();
    await arrive(page);
    const output = await outputId(page);
    const offer = (name: string, content: Buffer): Promise<void> =>
      page.setInputFiles('#movie-file', upload(name, 'video/mp4', content));
    await offer('letter.mp4', Buffer.from('this is no movie'));
    await sees(page, 'This file cannot be played as a movie.');
    await offer('song.mp4', silentWave());
    await sees(page, 'This file has no picture.');
    await expectSampleOn(page, output);
  });

  it('the sample does not come, and comes when it is tried again', async () => {
    const { page } = await browse();
    await page.route('**/sample.webm', (route) => route.abort());
    await page.goto(built.address);
    await sees(page, 'The sample could not be loaded.');
    await page.unroute('**/sample.webm');
    await page.click('.notice button:has-text("Try again")');
    await page.waitForSelector('#state[data-state=running]', { timeout: 30_000 });
    expect(await page.locator('.notice').count()).toBe(0);
  });
});

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
