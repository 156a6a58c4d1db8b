import type { Background } from 'cyclorama';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundPicker } from './background-picker';
import { KeptPicture } from './kept-picture';
import { part } from './part';
import { DEFAULT_BACKGROUND, type PickedBackground } from './picked-background';
import type { PickerNotice } from './picker-notice';
import { chooseFile, flatPng, PICTURES_URL } from './testing';

const BLUR: PickedBackground = { ...DEFAULT_BACKGROUND, name: 'blur', strength: 0.8 };

describe('BackgroundPicker', () => {
  const set = vi.fn<(background: Background) => Promise<void>>();
  let host: HTMLElement;
  let picked: PickedBackground[];
  let told: (PickerNotice | undefined)[];
  const mount = (into = host): BackgroundPicker =>
    new BackgroundPicker(into, {
      picturesUrl: PICTURES_URL,
      set,
      onNotice: (notice) => told.push(notice),
      onChange: (each) => picked.push(each),
    });
  const names = (): string[] => picked.map(({ name }) => name);
  const button = (name: string, of = host): HTMLButtonElement | null =>
    of.querySelector(`[data-background=${name}]`);

  beforeEach(() => {
    set.mockReset().mockResolvedValue();
    host = document.createElement('div');
    picked = [];
    told = [];
  });
  afterEach(async () => {
    document.body.replaceChildren();
    await new KeptPicture().forget();
  });

  it('works in a host that is not in the page yet, and again after it was closed', async () => {
    for (const name of ['blur', 'lake'] as const) {
      const picker = mount();
      await picker.choose({ ...BLUR, name });
      await expect.poll(() => picker.on.name).toBe(name);
      expect(button(name)?.ariaPressed).toBe('true');
      picker.close();
      expect(host.childNodes).toHaveLength(0);
    }
    expect(picked).toEqual([BLUR, { ...BLUR, name: 'lake' }]);
  });

  it('works in a dialog', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(host);
    dialog.showModal();
    const picker = mount();
    button('color')?.click();
    await expect.poll(names).toEqual(['color']);
    const [label] = part(host, 'color', HTMLInputElement).labels ?? [];
    expect(label?.textContent.trim()).toBe('Colour');
    expect(dialog.open).toBe(true);
    picker.close();
  });

  it('takes the controls that the build has put into the page', () => {
    mount();
    const controls = host.firstElementChild;
    mount();
    expect([...host.children]).toEqual([controls]);
  });

  it('stands beside another one with ids, choices and settings of its own', async () => {
    document.body.append(host);
    const other = document.createElement('div');
    document.body.append(other);
    const [first, second] = [mount(), mount(other)];
    await first.choose(BLUR);
    await second.choose(DEFAULT_BACKGROUND);
    await expect.poll(() => names().sort()).toEqual(['blur', 'stage']);
    expect(document.querySelectorAll('[id]')).toHaveLength(0);
    const strengths = [host, other].map(
      (each) => part(each, 'strength', HTMLInputElement).valueAsNumber,
    );
    expect(strengths).toEqual([0.8, 0.5]);
    first.close();
    expect(button('stage', other)?.ariaPressed).toBe('true');
  });

  it('has the pictures’ thumbnails from where they are served', () => {
    mount();
    const [first] = host.querySelectorAll('img');
    expect(first?.src).toBe(new URL('stage-small.jpg', PICTURES_URL).href);
  });

  it('refuses an address of pictures that is no folder, and says what is wrong', () => {
    const options = { picturesUrl: '/backgrounds', set, onNotice: () => undefined };
    expect(() => new BackgroundPicker(host, options)).toThrow(
      `options.picturesUrl must end with a slash, got ${location.origin}/backgrounds.`,
    );
    expect(host.childNodes).toHaveLength(0);
  });

  it('hands the engine nothing and tells nothing once it is closed', async () => {
    const isIn = Promise.withResolvers<undefined>();
    set.mockReturnValueOnce(isIn.promise);
    const picker = mount();
    await picker.choose(BLUR);
    await picker.choose({ ...BLUR, name: 'none' });
    await expect.poll(() => set.mock.calls).toHaveLength(1);
    told.length = 0;
    picker.close();
    isIn.resolve(undefined);
    await picker.lose(new Error('broken'));
    expect(set).toHaveBeenCalledOnce();
    expect(picked).toEqual([]);
    expect(told).toEqual([]);
  });

  it('hands the visitor’s own picture on to the next one, also where no storage keeps it', async () => {
    vi.spyOn(KeptPicture.prototype, 'get').mockResolvedValue(undefined);
    const first = mount();
    chooseFile(part(host, 'picture-file', HTMLInputElement), await flatPng(64, 36));
    await expect.poll(names).toEqual(['own']);
    first.close();
    const second = mount();
    await second.choose(first.on);
    await expect.poll(names).toEqual(['own', 'own']);
    expect(part(host, 'own-picture', HTMLCanvasElement).hidden).toBe(false);
    vi.restoreAllMocks();
  });

  it('tells what went wrong, tries again when asked to, and then has nothing more to say', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('offline'));
    const picker = mount();
    await picker.choose({ ...BLUR, name: 'lake' });
    await expect.poll(() => told.at(-1)?.title).toBe('The background could not be loaded.');
    told.at(-1)?.action?.run();
    await expect.poll(names).toEqual(['lake']);
    expect(told.at(-1)).toBeUndefined();
    fetch.mockRestore();
  });
});
