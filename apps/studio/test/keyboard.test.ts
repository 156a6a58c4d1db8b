import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter, movieLetter } from './upload';
import { openBuiltPage, type BuiltPage } from './open-built-page';

const PICTURE = fileURLToPath(
  new URL('../../../packages/background-picker/pictures/lake-small.jpg', import.meta.url),
);

/** What has the keyboard: its id or name, or what it chooses. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { id, dataset } = document.activeElement as HTMLElement;
    const value = document.activeElement?.getAttribute('value');
    const { part, source, background } = dataset;
    return id || part || source || background || (value ?? '');
  });

/** Everything that the tabulator reaches, in its order. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === '' || stop === stops[0]) return stops;
    stops.push(stop);
  }
}

describe('the page by the keyboard alone', () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await openBuiltPage();
    await built.page.waitForSelector('#state[data-state=running]');
  });
  afterAll(() => built.close());

  /** Presses a key on a control. */
  const press = async (selector: string, key: string): Promise<void> => {
    await built.page.focus(selector);
    await built.page.keyboard.press(key);
  };
  const isOn = (control: string): Promise<unknown> =>
    built.page.waitForSelector(`${control}[aria-pressed=true]`);
  const titles = (): Promise<string[]> => built.page.locator('.notice-title').allTextContents();

  it('can be reached everywhere, in the order in which it is read', async () => {
    const stops = await tabStops(built.page);
    const wanted = ['divider', 'compare', 'snapshot', 'share-link', 'show-code', 'record'];
    expect(stops.slice(0, wanted.length)).toEqual(wanted);
    const others = ['sample', 'camera', 'resolution', 'rate', 'stage', 'own', 'none'];
    for (const stop of [...others, 'balanced', 'path']) expect(stops).toContain(stop);
  });

  it('sets view, divider, background, code', async () => {
    const { page } = built;
    await page.focus('#divider');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#divider', 'aria-valuetext')).toBe('41 % before');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.getAttribute('#screen', 'data-view')).toBe('result');
    await page.focus('[data-background=blur]');
    await page.keyboard.press('Space');
    await page.waitForSelector('[data-background=blur][aria-pressed=true]');
    await page.focus('#show-code');
    await page.keyboard.press('Enter');
    expect(await page.textContent('#code')).toContain("type: 'blur'");
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('show-code');
  });

  it('sets the model', async () => {
    const { page } = built;
    await press('[name=preset][value=balanced]', 'ArrowLeft');
    expect(await page.isChecked('[name=preset][value=fast]')).toBe(true);
    await press('[name=preset][value=fast]', 'ArrowLeft');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('segmenter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    // In force between two frames.
    await page.waitForSelector('#model-status:has-text("wide")');
    await press('[name=preset][value=custom]', 'Enter');
    expect(page.url()).toBe(built.address);
  });

  it('begins and ends a recording', async () => {
    const { page } = built;
    await press('#record', 'Enter');
    await page.waitForSelector('#record-label:text-matches("Stop 0:0[1-9]")');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Space'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cyclorama-[\d-]+\.(mp4|webm)$/);
    expect(await focused(page)).toBe('record');
  });

  it('goes over to another source and back', async () => {
    await press('[data-source=camera]', 'Enter');
    await isOn('[data-source=camera]');
    expect(await focused(built.page)).toBe('camera');
    await press('[data-source=sample]', 'Space');
    await isOn('[data-source=sample]');
    expect(await focused(built.page)).toBe('sample');
  });

  it('brings the own picture, and removes it again', async () => {
    const { page } = built;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press('[data-background=own]', 'Enter'),
    ]);
    await chooser.setFiles(PICTURE);
    await isOn('[data-background=own]');
    await press('[data-part=remove-picture]', 'Enter');
    await isOn('[data-background=stage]');
    expect(await page.isVisible('[data-part=remove-picture]')).toBe(false);
    expect(await focused(page)).toBe('own');
  });

  it('reaches a message before the controls, closes it, and is back where it was', async () => {
    const { page } = built;
    await page.focus('[value=result]');
    await page.setInputFiles('[data-part=picture-file]', letter());
    await expect.poll(titles).toEqual(['letter.png could not be read as a picture.']);
    expect(await focused(page)).toBe('result');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').textContent()).toBe('Close');
    await page.keyboard.press('Enter');
    expect(await titles()).toEqual([]);
    expect(await focused(page)).toBe('result');
  });

  it('closes messages by Escape, the newest first, once the dialog before them is closed', async () => {
    const { page } = built;
    await page.setInputFiles('[data-part=picture-file]', letter());
    // Each is told when it has failed, which need not be in the order in which they came.
    await expect.poll(titles).toHaveLength(1);
    await page.setInputFiles('#movie-file', movieLetter());
    const [picture, movie] = [
      'letter.png could not be read as a picture.',
      'This file cannot be played as a movie.',
    ];
    await expect.poll(titles).toEqual([picture, movie]);
    await press('#show-code', 'Enter');
    const left = [];
    for (let count = 0; count < 3; count++) {
      await page.keyboard.press('Escape');
      left.push(await titles());
    }
    expect(left).toEqual([[picture, movie], [picture], []]);
    expect(await focused(page)).toBe('show-code');
  });
});
