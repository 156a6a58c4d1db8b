import { colorAt, difference, parseColor, type Color, type Spot } from '@cyclorama/testing/page';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBuiltPage, type BuiltPage } from './open-built-page';
import { recordOutput } from './output-recorder';
import { shownAt } from './shown-at';
import { hasWeights, serveWeights, stallWeights, weightsNotice, withholdWeights } from './weights';

/** In the sample: three places of the room, and the suit below the collar. */
const WALLS: readonly Spot[] = [
  [0.08, 0.35],
  [0.9, 0.12],
  [0.94, 0.6],
];
const ROOM: Spot = [0.08, 0.35];
const PERSON: Spot = [0.4, 0.92];
const BLUE = '#20a0ff';
const BEFORE_BLUE = `background=color&color=%23${BLUE.slice(1)}`;
const BODYPIX = 'preset=custom&segmenter=bodypix';
const RUNNING = '#state[data-state=running]';
const MISSING = 'models/bodypix/mobilenet/quant2/075/model-stride16.json could not be fetched';

describe('the model in the built page', () => {
  let built: BuiltPage;
  const opened: Page[] = [];
  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.close();
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  afterAll(() => built.close());

  /** The page as a visitor sees it who was never here before and follows a link. */
  const arrive = async (
    link: string,
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Page> => {
    const browser = built.page.context().browser();
    if (!browser) throw new Error('The page is in no browser.');
    const page = await (await browser.newContext()).newPage();
    opened.push(page);
    await prepare(page);
    await page.goto(`${built.address}#${link}`);
    return page;
  };
  const preset = (page: Page): Promise<string | null> =>
    page.getAttribute('[name=preset]:checked', 'value');
  const status = (page: Page): Promise<string> =>
    page
      .locator('#model-status')
      .textContent()
      .then((text) => text?.trim() ?? '');
  const isAtWork = (page: Page, model: string): Promise<unknown> =>
    page.waitForSelector(`#model:has-text("${model}")`);
  const isColor = (page: Page, spot: Spot, color: Color): Promise<void> =>
    expect
      .poll(async () => difference(await colorAt(page, '#after', spot), color))
      .toBeLessThan(16);

  it('goes from preset to preset while it plays, tells the cost, and remembers', async () => {
    const page = await arrive(BEFORE_BLUE);
    await page.waitForSelector(RUNNING);
    for (const [name, model] of [
      ['fast', '256 × 144'],
      ['balanced', '256 × 256'],
      ['fast', '256 × 144'],
    ] as const) {
      await page.check(`[name=preset][value=${name}]`);
      await isAtWork(page, model);
    }
    for (const id of ['cost-segment', 'cost-frame']) {
      expect(await page.textContent(`#${id}`)).toMatch(/^[\d.]+ ms$/);
    }
    expect(Number(await page.textContent('#cost-rate'))).toBeGreaterThan(0);
    await page.goto('about:blank');
    await page.goto(built.address);
    await page.waitForSelector(RUNNING);
    expect([await preset(page), await status(page)]).toEqual([
      'fast',
      'Selfie model for wide pictures, 256 × 144',
    ]);
  });

  it('says what is missing, goes on with what is on, and offers the selfie model', async () => {
    const page = await arrive(BEFORE_BLUE, withholdWeights);
    await page.waitForSelector(RUNNING);
    await page.check('[name=preset][value=custom]');
    await page.selectOption('#segmenter', 'bodypix');
    await page.waitForSelector(`.notice:has-text("${MISSING}")`);
    await page.waitForSelector('.notice:has-text("npm run models")');
    expect(await page.inputValue('#segmenter')).toBe('selfie');
    expect(await page.isVisible('#multiplier')).toBe(false);
    expect(await page.locator(RUNNING).count()).toBe(1);
    await isColor(page, ROOM, parseColor(BLUE));
    await page.click('.notice button:has-text("Use the selfie model")');
    await expect.poll(() => preset(page)).toBe('balanced');
    await isAtWork(page, 'Selfie');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('shows the background alone where a link’s model is missing, until the selfie one is used', async () => {
    const page = await arrive(`${BEFORE_BLUE}&${BODYPIX}`, withholdWeights);
    await page.waitForSelector(`.notice:has-text("${MISSING}")`);
    await isColor(page, PERSON, parseColor(BLUE));
    await isColor(page, ROOM, parseColor(BLUE));
    await page.click('.notice button:has-text("Use the selfie model")');
    await page.waitForSelector(RUNNING);
    await isAtWork(page, 'Selfie');
    await isColor(page, PERSON, await colorAt(page, '#before', PERSON));
    await isColor(page, ROOM, parseColor(BLUE));
  });

  it('says that a model is being loaded, and works on with the former one', async () => {
    const page = await arrive(BEFORE_BLUE, stallWeights);
    await page.waitForSelector(RUNNING);
    await page.check('[name=preset][value=custom]');
    await page.selectOption('#segmenter', 'bodypix');
    await page.waitForSelector('#model-status:has-text("Loading BodyPix 0.75 …")');
    expect(Number(await page.textContent('#fps'))).toBeGreaterThan(0);
    await isColor(page, PERSON, await colorAt(page, '#before', PERSON));
    await page.check('[name=preset][value=balanced]');
    await expect.poll(() => status(page)).toContain('Selfie model');
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('tints the room in the overlay, here alone: the matte is what goes out', async () => {
    const page = await arrive('view=overlay');
    await page.waitForSelector(RUNNING);
    await isColor(page, ROOM, [0, 0, 0]);
    await isColor(page, PERSON, [255, 255, 255]);
    const [person, room] = [
      await shownAt(page, '#screen', PERSON),
      await shownAt(page, '#screen', ROOM),
    ];
    // The person moves on between the two looks.
    expect(difference(person, await colorAt(page, '#before', PERSON))).toBeLessThan(60);
    const untouched = await colorAt(page, '#before', ROOM);
    expect(difference(room, untouched)).toBeGreaterThan(40);
    // Tinted, and not hidden.
    expect(Math.max(...room)).toBeGreaterThan(60);
  });

  describe.skipIf(!hasWeights)(`with weights${weightsNotice}`, () => {
    it('finds the person by BodyPix where a link says so, with settings that act at once', async () => {
      const page = await arrive(`${BEFORE_BLUE}&${BODYPIX}&multiplier=0.5`, serveWeights);
      await isAtWork(page, 'BodyPix');
      expect(await status(page)).toBe('BodyPix 0.50, stride 16, medium resolution');
      await isColor(page, ROOM, parseColor(BLUE));
      await isColor(page, PERSON, await colorAt(page, '#before', PERSON));
      await page.selectOption('#parts', 'hide-faces');
      await isColor(page, ROOM, await colorAt(page, '#before', ROOM));
      await page.selectOption('#parts', 'person');
      await isColor(page, ROOM, parseColor(BLUE));
    });

    it('takes BodyPix for the best, as long as it is asked for', async () => {
      const page = await arrive(BEFORE_BLUE, serveWeights);
      await page.waitForSelector(RUNNING);
      await page.check('[name=preset][value=best]');
      await isAtWork(page, 'BodyPix');
      await page.check('[name=preset][value=balanced]');
      await isAtWork(page, 'Selfie');
      const workers = page.workers().map((worker) => worker.url());
      expect(workers.filter((url) => /own-entry|tfjs/.test(url))).toEqual([]);
    });

    it('tells people apart by TensorFlow.js, under the page’s policy', async () => {
      const page = await arrive(`${BEFORE_BLUE}&${BODYPIX}&people=largest`, serveWeights);
      await isAtWork(page, 'BodyPix');
      await isColor(page, ROOM, parseColor(BLUE));
      await isColor(page, PERSON, await colorAt(page, '#before', PERSON));
    });

    it('goes from selfie to BodyPix and back ten times: no frame is raw, none black', async () => {
      const page = await arrive(BEFORE_BLUE, serveWeights);
      await page.waitForSelector(RUNNING);
      await isColor(page, PERSON, await colorAt(page, '#before', PERSON));
      const recorder = await recordOutput(page, [...WALLS, PERSON]);
      await page.check('[name=preset][value=custom]');
      for (let time = 0; time < 10; time++) {
        await page.selectOption('#segmenter', 'bodypix');
        await isAtWork(page, 'BodyPix');
        await page.selectOption('#segmenter', 'selfie');
        await isAtWork(page, 'Selfie');
      }
      const sightings = await recorder.stop();
      const blue = parseColor(BLUE);
      const isBlue = (color: Color): boolean => difference(color, blue) < 40;
      const raw = sightings.filter(({ colors }) => !colors.slice(0, 3).every(isBlue));
      const black = sightings.filter(({ brightest }) => brightest < 100);
      const held = sightings.filter(({ colors }) => colors.every(isBlue));
      expect(sightings.length).toBeGreaterThan(100);
      expect([raw, black, held]).toEqual([[], [], []]);
      expect(await page.locator('.notice').count()).toBe(0);
    }, 180_000);
  });
});
