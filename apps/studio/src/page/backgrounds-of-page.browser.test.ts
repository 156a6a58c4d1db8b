import { chooseFile, PICTURES_URL, PictureStore } from '@cyclorama/background-picker/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOutPage, openTestSample, pickerPart } from '../testing/page-under-test';
import { StudioPage } from './studio-page';

const pressed = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-background][aria-pressed=true]')?.dataset[
    'background'
  ];
const press = (name: string): void =>
  document.querySelector<HTMLButtonElement>(`[data-background=${name}]`)?.click();
const notice = (): string => document.querySelector('.notice')?.textContent ?? '';
const setFit = (fit: string): void => {
  const select = pickerPart('fit', HTMLSelectElement);
  select.value = fit;
  select.dispatchEvent(new Event('input', { bubbles: true }));
};
const pictureOf = async (width: number, height: number): Promise<File> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#3366cc';
  context?.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob()], 'own.png', { type: 'image/png' });
};

describe('the backgrounds of the page', () => {
  let page: StudioPage;
  const open = async (): Promise<void> => {
    page = new StudioPage({ sample: openTestSample, picturesUrl: PICTURES_URL });
    await page.open();
  };
  beforeEach(layOutPage);
  afterEach(() => {
    vi.restoreAllMocks();
    page.close();
  });

  it('says when the first one cannot be loaded, and shows a colour until it can', async () => {
    const get = vi.spyOn(PictureStore.prototype, 'get');
    get.mockImplementationOnce(() => Promise.reject(new Error('gone')));
    await open();
    await expect.poll(notice).toContain('A plain colour is shown instead.');
    await expect
      .poll(() => document.getElementById('state')?.dataset['state'], { timeout: 8000 })
      .toBe('running');
    expect(notice()).toContain('could not be loaded');
    expect(pressed()).toBe('color');
  });

  it('has its pictures without the network once it is up, in every fit', async () => {
    const getAll = vi.spyOn(PictureStore.prototype, 'getAll');
    await open();
    await expect.poll(() => getAll.mock.results, { timeout: 8000 }).toHaveLength(1);
    await getAll.mock.results[0]?.value;
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    press('mountains');
    await expect.poll(pressed).toBe('mountains');
    setFit('contain');
    await expect.poll(() => document.querySelector('[aria-busy=true]')).toBeNull();
    expect(notice()).toBe('');
  });

  it('sets the controls back when a picture does not come, and hides the room', async () => {
    await open();
    press('none');
    await expect.poll(pressed).toBe('none');
    vi.spyOn(PictureStore.prototype, 'get').mockRejectedValue(new Error('gone'));
    press('evening');
    await expect.poll(notice).toContain('could not be loaded');
    await expect.poll(pressed).toBe('color');
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
  });

  it('decodes the visitor’s picture once, and shows it small on its button', async () => {
    await open();
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    const file = await pictureOf(5000, 100);
    chooseFile(pickerPart('picture-file', HTMLInputElement), file);
    await expect.poll(pressed).toBe('own');
    setFit('contain');
    await expect.poll(() => document.querySelector('[aria-busy=true]')).toBeNull();
    press('blur');
    await expect.poll(pressed).toBe('blur');
    press('own');
    await expect.poll(pressed).toBe('own');
    expect(decode.mock.calls.filter(([source]) => source === file)).toHaveLength(1);
    const button = pickerPart('own-picture', HTMLCanvasElement);
    const pixel = button.getContext('2d')?.getImageData(160, 90, 1, 1).data;
    expect([...(pixel ?? [])]).toEqual([0x33, 0x66, 0xcc, 255]);
    expect(pickerPart('another-picture', HTMLButtonElement).hidden).toBe(false);
  });
});
