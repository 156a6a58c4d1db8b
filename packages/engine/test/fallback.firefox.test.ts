import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IS_SOAK } from '../../../scripts/is-soak.mjs';
import type { Lab } from './page/main';
import type { RunSettings } from './page/run';
import { launchFirefox, openPage } from './support/launch';
import { openTestSite, type Site } from './support/test-site';

declare const lab: Lab;

const SECONDS = IS_SOAK ? 20 : 5;

const BLUE = { type: 'color', color: '#0000ff' } as const;
const NONE = { type: 'none' } as const;

let site: Site;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await openTestSite();
  browser = await launchFirefox();
  ({ page, complaints } = await openPage(browser, site.address));
}, 120_000);

afterEach(() => page.evaluate(() => lab.closeAll()));

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Starts a processor, and waits until composites go out and are seen. */
async function start(settings: RunSettings): Promise<void> {
  await page.evaluate(async (settings) => {
    const run = await lab.open(settings);
    await lab.running();
    await lab.eventually('a picture is seen', () => run.size.width > 0);
  }, settings);
  await page.evaluate(() => lab.seen(10));
}

/** What the run under test has told and shown so far. */
const outcome = (): Promise<{ roomSeen: number; drawings: number; errors: string[] }> =>
  page.evaluate(async () => {
    const run = await lab.running();
    return { roomSeen: run.roomSeen(), drawings: run.drawings.length, errors: run.errors };
  });

/** Mean differences of the output's red, green and blue from the source's, in levels of 255. */
const shifts = (): Promise<number[]> => page.evaluate(() => lab.shifts());

describe('the engine in Firefox', { timeout: 120_000 }, () => {
  it('takes the canvas path by itself, and says why', async () => {
    await start({ source: 'board', background: BLUE });
    const stats = await page.evaluate(async () => {
      const run = await lab.running();
      await lab.eventually('stats came', () => run.stats !== undefined);
      return run.stats;
    });
    expect(stats?.path).toBe('canvas');
    expect(stats?.pathReason).toMatch(/no MediaStreamTrackProcessor/);
  });

  // Rows of the second size are padded in the engine; Firefox would show the padding.
  it.each([
    [640, 360],
    [848, 480],
    [361, 641],
  ])('puts the person in front of the background at %i×%i', async (width, height) => {
    await start({ source: 'person', width, height, background: BLUE });
    const figures = await page.evaluate(async () => lab.figures(await lab.running(), [0, 0, 255]));
    expect(figures.iou).toBeGreaterThan(0.9);
    expect(figures.replaced).toBeGreaterThan(0.97);
  });

  it('shows a picture behind the person in its own colours', async () => {
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(640, 360);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('A canvas without a 2D context.');
      context.fillStyle = 'rgb(40, 120, 200)';
      context.fillRect(0, 0, 640, 360);
      const background = { type: 'image', image: await canvas.convertToBlob() } as const;
      await lab.open({ source: 'person', width: 640, height: 360, background });
      await lab.running();
      await lab.seen(15);
    });
    const figures = await page.evaluate(async () =>
      lab.figures(await lab.running(), [40, 120, 200]),
    );
    expect(figures.replaced).toBeGreaterThan(0.97);
  });

  it('leaves the colours of the person as they are', async () => {
    await start({ source: 'person', width: 640, height: 360, background: BLUE });
    const { shifts } = await page.evaluate(async () =>
      lab.figures(await lab.running(), [0, 0, 255]),
    );
    // Levels of 255, of red, green and blue: a wrong matrix shifts reds by 17.
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThan(3);
  });

  it('lets a flat colour through none as it is', async () => {
    await start({ source: 'flat', background: NONE });
    expect(await page.evaluate(() => lab.flatDifference())).toBeLessThan(3);
  });

  it('lets the colours of a movie through none as they are', async () => {
    await start({ source: 'movie', background: NONE });
    expect(Math.max(...(await shifts()).map(Math.abs))).toBeLessThan(3);
  });

  // Blurred, a picture of one colour is the same, in planes that the engine wrote. The camera's colour
  // goes round by a few levels each frame.
  it.each([NONE, { type: 'blur' }] as const)(
    'leaves the colours of a camera as they are, whose planes tell no colour space: %o',
    async (background) => {
      await start({ source: 'camera', width: 640, height: 480, background });
      expect(await page.evaluate(() => lab.sourceFormat())).toMatch(/I420|NV12/);
      for (let look = 0; look < 5; look++) {
        await page.evaluate(() => lab.seen(5));
        expect(Math.max(...(await shifts()).map(Math.abs))).toBeLessThan(8);
      }
    },
  );

  it('shows the room in no picture, from the first on, while backgrounds are switched', async () => {
    await start({ source: 'board', background: BLUE });
    await page.evaluate(async () => {
      const run = await lab.running();
      const canvas = new OffscreenCanvas(320, 180);
      canvas.getContext('2d')?.fillRect(0, 0, 320, 180);
      const image = await canvas.convertToBlob();
      for (const background of [
        { type: 'image', image },
        { type: 'blur', strength: 0 },
        { type: 'color', color: '#0000ff' },
      ] as const) {
        await run.processor.update({ background });
        await lab.drawn(run, 10);
      }
    });
    const { roomSeen, drawings, errors } = await outcome();
    expect(errors).toEqual([]);
    expect(drawings).toBeGreaterThan(40);
    expect(roomSeen).toBe(0);
  });

  it('shows the room for none alone, and in no picture after another background came', async () => {
    await start({ source: 'board', background: NONE });
    const seen = await page.evaluate(async () => {
      const run = await lab.running();
      const before = run.roomSeen();
      await run.processor.update({ background: { type: 'color', color: '#0000ff' } });
      await lab.drawn(run, 2); // What was on its way to the page when update() resolved.
      const from = run.drawings.length;
      await lab.drawn(run, 30);
      return { before, after: run.roomSeen(from) };
    });
    expect(seen.before).toBeGreaterThan(0.3);
    expect(seen.after).toBe(0);
  });

  it('shows the room in no picture while the source is muted and heard again', async () => {
    await start({ source: 'board', background: BLUE });
    const paused = await page.evaluate(async () => {
      const run = await lab.running();
      lab.setMuted(run.source.track, true);
      const { state } = run.processor;
      await lab.drawn(run, 10);
      lab.setMuted(run.source.track, false);
      await lab.running();
      await lab.drawn(run, 20);
      return state;
    });
    expect(paused).toBe('paused');
    expect((await outcome()).roomSeen).toBe(0);
  });

  it.each(['breaks', 'is killed'] as const)(
    'shows the room in no picture when the computing worker %s, and goes on',
    async (loss) => {
      await start({ source: 'board', background: BLUE });
      await page.evaluate(async (loss) => {
        const run = await lab.running();
        if (loss === 'breaks') lab.breakWorker('cyclorama-compute');
        else lab.killWorker('cyclorama-compute');
        await lab.eventually('the loss was told', () => run.errors.length > 0);
        await lab.running();
        await lab.drawn(run, 30);
      }, loss);
      const { roomSeen, errors } = await outcome();
      expect(errors).toHaveLength(1);
      expect(roomSeen).toBe(0);
    },
  );

  it('follows a source that changes its size, without a picture of the room', async () => {
    await start({ source: 'board', width: 320, height: 180, background: BLUE });
    for (const [width, height] of [
      [640, 360],
      [360, 640],
      [321, 181],
    ] as const) {
      await page.evaluate(
        async (width, height) => {
          const run = await lab.running();
          run.source.resize(width, height);
          await lab.eventually(
            `${width}×${height} came out`,
            () => run.size.width === width && run.size.height === height,
          );
          await lab.drawn(run, 10);
        },
        width,
        height,
      );
    }
    const { roomSeen, errors } = await outcome();
    expect(errors).toEqual([]);
    expect(roomSeen).toBe(0);
  });

  it('goes on while the page is hidden', async () => {
    await start({ source: 'camera', width: 640, height: 480, background: BLUE });
    const other = await browser.newPage();
    const delivery = await page.evaluate(
      async (seconds) => lab.deliveryOf(await lab.running(), seconds),
      SECONDS,
    );
    await other.close();
    console.log('Firefox, hidden:', JSON.stringify(delivery));
    expect(delivery.hidden).toBe(true);
    // A page that is slowed comes to one a second; held frames come ten times a second anyway.
    expect(delivery.composites).toBeGreaterThan(delivery.ticks / 8);
    if (!IS_SOAK) return;
    expect(delivery.frames).toBeGreaterThan(10);
    expect(delivery.composites).toBeGreaterThan(10);
  });

  it('ends the output and both workers when it is closed, and leaves nothing running', async () => {
    await start({ source: 'board', background: BLUE });
    const engineWorkers = (): string[] =>
      page
        .workers()
        .map((worker) => worker.url())
        .filter((url) => /(compute|sink)-entry/.test(url));
    expect(engineWorkers()).toHaveLength(2);
    const left = await page.evaluate(async () => {
      const run = await lab.running();
      let ended = 0;
      run.track.addEventListener('ended', () => ended++);
      run.processor.close();
      await lab.eventually('the output ended', () => run.track.readyState === 'ended');
      await lab.eventually('the workers ended', () => lab.engineWorkers().length === 0);
      const before = run.drawings.length;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return {
        ended,
        drawings: run.drawings.length - before,
        source: run.source.track.readyState,
        state: run.processor.state,
      };
    });
    expect(left).toEqual({ ended: 1, drawings: 0, source: 'live', state: 'closed' });
    await expect.poll(engineWorkers).toEqual([]);
  });

  it('complained of nothing, under the strict policy', () => {
    expect(complaints).toEqual([]);
  });
});
