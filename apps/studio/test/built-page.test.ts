import { fileURLToPath } from 'node:url';
import { DEFAULT_PICTURE, PICTURES } from '@cyclorama/background-picker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter, movieLetter } from './upload';
import { openBuiltPage, type BuiltPage } from './open-built-page';
import {
  colorAt,
  difference,
  evalOutcome,
  layoutShift,
  pageScripts,
  parseColor,
  scriptBytesGzip,
  type Color,
  type Spot,
} from '@cyclorama/testing/page';

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url));
const MOUNTAINS = fileURLToPath(
  new URL('../../../packages/background-picker/pictures/mountains.jpg', import.meta.url),
);
/** In the sample: the window, and the suit below the collar. */
const ROOM: Spot = [0.08, 0.35];
const PERSON: Spot = [0.4, 0.92];
/** More of the room, far from the person: two backgrounds may be alike in one spot. */
const WALLS: readonly Spot[] = [ROOM, [0.9, 0.12], [0.94, 0.6]];
/** The last one is the first again: the tests after it go by that. */
const BACKDROPS = [...PICTURES, DEFAULT_PICTURE];
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; frame-ancestors 'none'";

describe('the built page under its policy', () => {
  let built: BuiltPage;
  const choose = (name: string): Promise<void> => built.page.click(`[data-background=${name}]`);
  const behind = (wanted: () => Color | Promise<Color>, spot = ROOM): Promise<void> =>
    expect
      .poll(async () => difference(await colorAt(built.page, '#after', spot), await wanted()), {
        timeout: 30_000,
      })
      .toBeLessThan(12);

  beforeAll(async () => {
    built = await openBuiltPage();
  });
  afterAll(() => built.close());

  it('plays the sample by itself, in front of a background', async () => {
    await built.page.waitForSelector('#state[data-state=running]');
    await behind(() => colorAt(built.page, '[data-background=stage] img', ROOM));
    const before = await colorAt(built.page, '#before', PERSON);
    expect(difference(await colorAt(built.page, '#after', PERSON), before)).toBeLessThan(24);
    expect(difference(before, [225, 95, 50])).toBeLessThan(60);
  }, 30_000);

  it('holds the policy in the workers too: they may not eval', async () => {
    const workers = built.page.workers();
    expect(workers.map((worker) => worker.url()).join()).toMatch(
      /compute-entry.*sink-entry|sink-entry.*compute-entry/,
    );
    for (const worker of workers) {
      expect(await worker.evaluate(evalOutcome)).toBe('EvalError');
    }
  });

  it('goes on without a network once it is there', async () => {
    await built.page.context().setOffline(true);
    await choose('mountains');
    await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
    await built.page.context().setOffline(false);
  });

  it('moved nothing when the video arrived', async () => {
    expect(await layoutShift(built.page)).toBeLessThan(0.01);
  });

  it.each(BACKDROPS)('shows the picture %s', async (name) => {
    await choose(name);
    await built.page.waitForSelector(`[data-background=${name}][aria-pressed=true]`);
    for (const spot of WALLS) {
      await behind(() => colorAt(built.page, `[data-background=${name}] img`, spot), spot);
    }
  });

  it('shows a colour, and follows it when it changes', async () => {
    await choose('color');
    await behind(() => parseColor('#2f6f5e'));
    await built.page.fill('[data-part=color]', '#a04050');
    await behind(() => parseColor('#a04050'));
  });

  it('shows the room with none, and its blur with blur', async () => {
    await choose('none');
    await behind(() => colorAt(built.page, '#before', ROOM));
    await choose('blur');
    const shelf: Spot = [0.86, 0.5];
    await built.page.fill('[data-part=strength]', '1');
    await expect
      .poll(async () =>
        difference(
          await colorAt(built.page, '#after', shelf),
          await colorAt(built.page, '#before', shelf),
        ),
      )
      .toBeGreaterThan(8);
  });

  it('takes the visitor’s own picture, and says when it is none', async () => {
    await built.page.setInputFiles('[data-part=picture-file]', letter());
    await built.page.waitForSelector('.notice:has-text("letter.png")');
    expect(await built.page.getAttribute('[data-background=blur]', 'aria-pressed')).toBe('true');
    await built.page.setInputFiles('[data-part=picture-file]', MOUNTAINS);
    await built.page.waitForSelector('[data-background=own][aria-pressed=true]');
    await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
    expect(await built.page.locator('.notice').count()).toBe(0);
  });

  it('shows rate, latency, stages and path', async () => {
    const rate = built.page.locator('#fps');
    await expect.poll(async () => Number(await rate.textContent())).toBeGreaterThan(0);
    expect(await built.page.textContent('#latency')).toMatch(/^[\d.]+ ms$/);
    expect(await built.page.textContent('#path-name')).toBe('Direct');
  });

  it('shows the mask, white on black, and the composite again', async () => {
    await built.page.check('[name=view][value=mask]');
    await behind(() => [0, 0, 0]);
    expect(difference(await colorAt(built.page, '#after', PERSON), [255, 255, 255])).toBeLessThan(
      8,
    );
    await built.page.check('[name=view][value=compare]');
    await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
  });

  it('goes over to the other path and back, without the room', async () => {
    for (const [path, name] of [
      ['canvas', 'Through a canvas'],
      ['auto', 'Direct'],
    ] as const) {
      await built.page.selectOption('#path', path);
      await built.page.waitForSelector(`#path-name:text-is("${name}")`);
      await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
    }
  });

  it('is as it was left, the own picture too, and a link wins over that', async () => {
    const page = await built.page.context().newPage();
    await page.goto(built.address);
    await page.waitForSelector('[data-background=own][aria-pressed=true]');
    await page.goto('about:blank');
    await page.goto(`${built.address}#background=color&color=%23a04050&view=result`);
    await page.waitForSelector('[data-background=color][aria-pressed=true]');
    expect(await page.getAttribute('#screen', 'data-view')).toBe('result');
    await expect
      .poll(async () => difference(await colorAt(page, '#after', ROOM), parseColor('#a04050')))
      .toBeLessThan(12);
    await page.close();
  });

  it('goes over to a shared screen', async () => {
    await built.page.click('[data-source=screen]');
    await built.page.waitForSelector('[data-source=screen][aria-pressed=true]');
    await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
  });

  it('goes over to the camera and the movie, and keeps the source when a file is no movie', async () => {
    const pressed = (source: string): string => `[data-source=${source}][aria-pressed=true]`;
    await built.page.click('[data-source=camera]');
    await built.page.waitForSelector(pressed('camera'));
    await built.page.setInputFiles('#movie-file', movieLetter());
    await built.page.waitForSelector('.notice:has-text("cannot be played")');
    await built.page.waitForSelector(pressed('camera'));
    await built.page.setInputFiles('#movie-file', `${PUBLIC}/sample/sample.webm`);
    await built.page.waitForSelector(pressed('movie'));
    await behind(() => colorAt(built.page, '[data-background=mountains] img', ROOM));
  });

  it('has a script of at most 150 kB, compressed', async () => {
    const page = pageScripts(built.responses);
    expect(await scriptBytesGzip(page)).toBeGreaterThan(1_000);
    expect(await scriptBytesGzip(page)).toBeLessThan(150_000);
  });

  it('loads nothing of BodyPix or TensorFlow.js, which nobody chose', () => {
    const names = built.responses.map((response) => response.url());
    expect(names.filter((name) => /own-entry|tfjs|bodypix/.test(name))).toEqual([]);
    const workers = built.page.workers().map((worker) => worker.url());
    expect(workers.filter((name) => /own-entry|tfjs/.test(name))).toEqual([]);
  });

  it('asks its own origin only, every response bears the policy, and nothing complains', () => {
    const own = built.responses.filter((response) => !response.url().startsWith('blob:'));
    const scripts = own.filter((response) => response.url().endsWith('.js'));
    expect(scripts.length).toBeGreaterThanOrEqual(3);
    for (const response of own) {
      expect(response.url().startsWith(built.address), response.url()).toBe(true);
      // As the browser goes by them: after 304 it keeps to the headers that it has stored.
      const { 'content-security-policy': policy, 'x-content-type-options': type } =
        response.headers();
      expect(policy, response.url()).toBe(POLICY);
      expect(type, response.url()).toBe('nosniff');
    }
    expect(built.complaints).toEqual([]);
  });

  it('says that the model cannot be loaded, hides the room, and tries again', async () => {
    const page = await built.page.context().newPage();
    await page.route('**/*.tflite', (route) => route.abort());
    // What was chosen before is remembered; a link wins.
    await page.goto(`${built.address}#background=stage`);
    await page.waitForSelector('.notice:has-text("model could not be loaded")');
    await page.waitForSelector('#state[data-state=failed]');
    const stage = await colorAt(page, '[data-background=stage] img', PERSON);
    await expect
      .poll(async () => difference(await colorAt(page, '#after', PERSON), stage))
      .toBeLessThan(12);
    await page.unroute('**/*.tflite');
    await page.click('.notice button:has-text("Try again")');
    await page.waitForSelector('#state[data-state=running]');
    expect(await page.locator('.notice').count()).toBe(0);
    await page.close();
  });
});
