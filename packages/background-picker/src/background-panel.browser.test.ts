import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundChanges } from './background-changes';
import type { BackgroundChoice } from './background-choice';
import type { BackgroundName } from './background-name';
import { BackgroundPanel } from './background-panel';
import { KeptPicture } from './kept-picture';
import { layOut } from './lay-out';
import { part } from './part';
import type { PickerNotice } from './picker-notice';
import { PictureStore } from './picture-store';
import { chooseFile, flatPng, PICTURES_URL } from './testing';

const VALUES = { fit: 'contain', strength: 0.8, color: '#ff8800' } as const;

const button = (name: string): HTMLButtonElement | null =>
  document.querySelector(`[data-background=${name}]`);
const remove = (): HTMLButtonElement | null => document.querySelector('[data-part=remove-picture]');
const thumbnail = (): HTMLElement | null => document.querySelector('[data-part=own-picture]');

describe('BackgroundPanel', () => {
  const kept = new KeptPicture();
  const changed: BackgroundChoice[] = [];
  const set = vi.fn<() => Promise<void>>();
  let told: PickerNotice | undefined;
  let pictures: PictureStore;
  let panel: BackgroundPanel;
  let changes: BackgroundChanges;
  /** The page of a visit: what was kept before is there. */
  const visit = (): void => {
    document.body.replaceChildren();
    changed.length = 0;
    told = undefined;
    pictures = new PictureStore(PICTURES_URL);
    const root = layOut(document.body, PICTURES_URL);
    panel = new BackgroundPanel(root, pictures, (choice) => void changes.choose(choice));
    changes = new BackgroundChanges(panel, {
      set,
      onNotice: (notice) => (told = notice),
      onChange: (choice) => changed.push(choice),
    });
  };
  const select = (name: BackgroundName): Promise<void> => panel.select({ name, ...VALUES });
  const notice = (): string => (told ? `${told.title} ${told.remedy}` : '');
  const keepOwn = async (): Promise<void> => kept.keep(await flatPng(640, 360));
  const onNames = (): string[] => changed.map(({ name }) => name);

  beforeEach(async () => {
    set.mockReset().mockResolvedValue();
    await kept.forget();
    visit();
  });
  afterEach(() => kept.forget());

  it('chooses by name and values as the visitor does, and tells once it is in force', async () => {
    await select('blur');
    await expect.poll(onNames).toEqual(['blur']);
    expect(changed[0]?.settings).toEqual(VALUES);
    expect(set).toHaveBeenCalledExactlyOnceWith({ type: 'blur', strength: 0.8 });
    expect(button('blur')?.ariaPressed).toBe('true');
    expect(panel.on).toBe(changed[0]);
  });

  it('keeps the values in the controls when the first picture cannot be had, and tells nothing', async () => {
    vi.spyOn(pictures, 'get').mockRejectedValue(new Error('gone'));
    await select('evening');
    await expect.poll(notice).toContain('could not be loaded');
    expect(panel.on.name).toBe('color');
    expect(panel.on.settings).toEqual(VALUES);
    expect(changed).toEqual([]);
  });

  it('hides the room at once when a picture is chosen while none is still on its way', async () => {
    const noneIsIn = Promise.withResolvers<undefined>();
    set.mockImplementationOnce(() => noneIsIn.promise);
    vi.spyOn(pictures, 'get').mockReturnValue(new Promise(() => undefined));
    await select('none');
    await select('lake');
    noneIsIn.resolve(undefined);
    await expect
      .poll(() => set.mock.calls)
      .toEqual([[{ type: 'none' }], [{ type: 'color', color: VALUES.color }]]);
  });

  it('does not tell of the colour that stands in for what the engine lost', async () => {
    await select('evening');
    await expect.poll(onNames).toEqual(['evening']);
    await changes.lose(new Error('broken'));
    await expect.poll(() => panel.on.name).toBe('color');
    await expect.poll(() => document.querySelector('[aria-busy=true]')).toBeNull();
    expect(onNames()).toEqual(['evening']);
  });

  it('has the visitor’s own picture on the next visit, chosen or only on its button', async () => {
    chooseFile(part(document.body, 'picture-file', HTMLInputElement), await flatPng(640, 360));
    await expect.poll(onNames).toEqual(['own']);
    await expect.poll(async () => (await kept.get())?.name).toBe('640x360.png');
    visit();
    expect(thumbnail()?.hidden).toBe(true);
    await panel.recall();
    expect(thumbnail()?.hidden).toBe(false);
    expect(changed).toEqual([]);
    visit();
    await select('own');
    await expect.poll(onNames).toEqual(['own']);
    expect(changed[0]?.file?.name).toBe('640x360.png');
    expect(thumbnail()?.hidden).toBe(false);
  });

  it('shows the default picture where the own one is not to be had, says so, and chooses nothing', async () => {
    await select('own');
    await expect.poll(notice).toContain('Your own picture is not available.');
    expect(button('stage')?.ariaPressed).toBe('true');
    expect(document.querySelector('[aria-busy=true]')).toBeNull();
    expect(onNames()).toEqual([]);
    button('lake')?.click();
    await expect.poll(onNames).toEqual(['lake']);
    expect(notice()).toBe('');
  });

  it('finds the own picture that storage did not hand out at first', async () => {
    await keepOwn();
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('', 'UnknownError');
    });
    await select('own');
    await expect.poll(notice).toContain('Your own picture is not available.');
    await select('own');
    await expect.poll(onNames).toEqual(['own']);
    expect(notice()).toBe('');
  });

  it('keeps the own picture again when it comes on after another tab removed it', async () => {
    await keepOwn();
    await select('own');
    await expect.poll(onNames).toEqual(['own']);
    button('blur')?.click();
    await expect.poll(onNames).toEqual(['own', 'blur']);
    await kept.forget();
    button('own')?.click();
    await expect.poll(onNames).toEqual(['own', 'blur', 'own']);
    await expect.poll(async () => (await kept.get())?.name).toBe('640x360.png');
  });

  it('leaves the visitor’s choice in force when the kept picture comes later', async () => {
    await keepOwn();
    const selected = select('own');
    button('blur')?.click();
    await selected;
    await expect.poll(onNames).toEqual(['blur']);
  });

  it('removes the own picture for good once the default one has taken its place', async () => {
    await keepOwn();
    await select('own');
    await expect.poll(onNames).toEqual(['own']);
    expect(remove()?.hidden).toBe(false);
    remove()?.focus();
    remove()?.click();
    await expect.poll(onNames).toEqual(['own', 'stage']);
    expect(remove()?.hidden).toBe(true);
    expect(thumbnail()?.hidden).toBe(true);
    expect(document.activeElement).toBe(button('own'));
    expect(await kept.get()).toBeUndefined();
    expect(panel.choice('own')).toBeUndefined();
  });

  it('loses nothing when the default picture cannot take the own one’s place', async () => {
    await keepOwn();
    await select('own');
    await expect.poll(onNames).toEqual(['own']);
    vi.spyOn(pictures, 'get').mockRejectedValue(new Error('gone'));
    remove()?.click();
    await expect.poll(notice).toContain('could not be loaded');
    button('blur')?.click();
    await expect.poll(onNames).toEqual(['own', 'blur']);
    expect(thumbnail()?.hidden).toBe(false);
    expect((await kept.get())?.name).toBe('640x360.png');
  });

  it('says what to do about a picture that is too large, and keeps what was on', async () => {
    await select('blur');
    await expect.poll(onNames).toEqual(['blur']);
    panel.take(await flatPng(20_000, 20_000));
    await expect.poll(notice).toContain('20000x20000.png is too large: 20,000 × 20,000 pixels.');
    expect(notice()).toContain('3,840 pixels on its longer side');
    expect(onNames()).toEqual(['blur']);
    expect(button('blur')?.ariaPressed).toBe('true');
    expect(await kept.get()).toBeUndefined();
  });
});
