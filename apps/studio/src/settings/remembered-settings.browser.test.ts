import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_MODEL } from '../model/model-values';
import { layOutPage } from '../testing/page-under-test';
import { RememberedSettings } from './remembered-settings';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { SettingsMemory } from './settings-memory';

const clearAddress = (): void => {
  localStorage.removeItem('cyclorama-studio');
  history.replaceState(null, '', location.pathname + location.search);
};
const keep = (changed: Partial<Settings>): void =>
  new SettingsMemory().write({ ...DEFAULT_SETTINGS, ...changed });
const follow = async (hash: string): Promise<void> => {
  const followed = new Promise((resolve) =>
    addEventListener('hashchange', resolve, { once: true }),
  );
  location.hash = hash;
  await followed;
};

describe('RememberedSettings', () => {
  let settings: RememberedSettings | undefined;
  const onLink = vi.fn();
  const open = (): RememberedSettings => {
    settings?.close();
    return (settings = new RememberedSettings(onLink));
  };
  beforeEach(() => {
    onLink.mockReset();
    clearAddress();
  });
  afterEach(() => {
    settings?.close();
    clearAddress();
  });

  it('has on the next visit what was changed on the last', () => {
    open().change({ background: 'blur', strength: 0.8 });
    expect(open().now).toEqual({ ...DEFAULT_SETTINGS, background: 'blur', strength: 0.8 });
  });

  it('lets a link win over memory, and keeps memory until something is changed', () => {
    keep({ background: 'none', camera: 'mine' });
    history.replaceState(null, '', '#view=mask');
    expect(open().now).toEqual({ ...DEFAULT_SETTINGS, view: 'mask', camera: 'mine' });
    settings?.change({ view: 'mask' });
    expect(new SettingsMemory().read().background).toBe('none');
    expect(location.hash).toBe('#view=mask');
  });

  it('leaves the link behind once something is changed, so that a reload does not undo it', () => {
    history.replaceState(null, '', '#view=mask');
    open().change({ background: 'blur' });
    expect(location.hash).toBe('');
    expect(settings?.now).toEqual({ ...DEFAULT_SETTINGS, view: 'mask', background: 'blur' });
    expect(open().now.background).toBe('blur');
  });

  it('remembers nothing of a link but what the visitor changed on it', () => {
    keep({ background: 'lake', resolution: 1080 });
    history.replaceState(null, '', '#background=none&path=canvas');
    open().change({ divider: 70, path: 'canvas', background: 'none' });
    const remembered = { background: 'lake', resolution: 1080, divider: 70 };
    expect(new SettingsMemory().read()).toEqual({ ...DEFAULT_SETTINGS, ...remembered });
    const seen = { background: 'none', path: 'canvas', divider: 70 };
    expect(settings?.now).toEqual({ ...DEFAULT_SETTINGS, ...seen });
  });

  it('keeps what was changed in another tab meanwhile', () => {
    const first = open();
    keep({ background: 'blur' });
    first.change({ divider: 70 });
    const both = { background: 'blur', divider: 70 };
    expect(new SettingsMemory().read()).toEqual({ ...DEFAULT_SETTINGS, ...both });
  });

  it('acts at once when another link is followed in the open page, and again after a change', async () => {
    open();
    await follow('#background=color&color=%23ff0000');
    const red = { ...DEFAULT_SETTINGS, background: 'color', color: '#ff0000' };
    expect(onLink).toHaveBeenCalledExactlyOnceWith(red);
    settings?.change({ background: 'none' });
    await follow('#background=color&color=%23ff0000');
    expect(onLink).toHaveBeenCalledTimes(2);
    expect(settings?.now).toEqual(red);
  });

  it('takes the name of a place in the page for no link', async () => {
    open().change({ background: 'blur' });
    await follow('#figures');
    expect(onLink).not.toHaveBeenCalled();
    settings?.change({ background: 'none' });
    expect(location.hash).toBe('#figures');
  });
});

it('begins with what the page itself shows before a script runs', () => {
  layOutPage();
  const valueOf = (name: string): string | undefined =>
    document.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name}, [data-part=${name}]`)
      ?.value;
  for (const name of ['fit', 'strength', 'color', 'divider', 'resolution', 'rate', 'path'] as const)
    expect([name, valueOf(name)]).toEqual([name, String(DEFAULT_SETTINGS[name])]);
  const view = document.querySelector<HTMLInputElement>('[name=view]:checked')?.value;
  expect(view).toBe(DEFAULT_SETTINGS.view);
  const form = document.querySelector<HTMLFormElement>('#model-form');
  const model = Object.fromEntries(new FormData(form ?? undefined));
  expect(model).toEqual(
    Object.fromEntries(Object.entries(DEFAULT_MODEL).map(([name, value]) => [name, String(value)])),
  );
});
