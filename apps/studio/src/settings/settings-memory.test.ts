import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings';
import { SettingsMemory } from './settings-memory';

const storageWith = (kept: string | null = null): Storage => {
  let text = kept;
  return {
    length: 0,
    clear: () => undefined,
    key: () => null,
    removeItem: () => undefined,
    getItem: () => text,
    setItem: (_key, value) => void (text = value),
  };
};

const remembered = (kept: string): unknown => new SettingsMemory(() => storageWith(kept)).read();

describe('SettingsMemory', () => {
  it('gives back what was kept, the camera and the own picture too', () => {
    const storage = storageWith();
    const settings = { ...DEFAULT_SETTINGS, background: 'own', camera: 'abc', rate: 24 } as const;
    new SettingsMemory(() => storage).write(settings);
    expect(new SettingsMemory(() => storage).read()).toEqual(settings);
  });

  it('keeps the defaults as well, over what was kept before', () => {
    const storage = storageWith('version=1&view=mask');
    const memory = new SettingsMemory(() => storage);
    memory.write(DEFAULT_SETTINGS);
    expect(memory.read()).toEqual(DEFAULT_SETTINGS);
  });

  it('takes the defaults for garbage and for versions that it does not know', () => {
    expect(remembered('')).toEqual(DEFAULT_SETTINGS);
    expect(remembered('{"view":"mask"}')).toEqual(DEFAULT_SETTINGS);
    expect(remembered('%E0%A4%A&&==')).toEqual(DEFAULT_SETTINGS);
    expect(remembered('version=2&view=mask')).toEqual(DEFAULT_SETTINGS);
  });

  it('checks each setting on its own', () => {
    const kept = 'version=1&view=mask&background=beach&divider=900&rate=15';
    expect(remembered(kept)).toEqual({ ...DEFAULT_SETTINGS, view: 'mask', rate: 15 });
  });

  it('takes the defaults and does not fail where storage is blocked or full', () => {
    const blocked = new SettingsMemory(() => {
      throw new DOMException('', 'SecurityError');
    });
    expect(blocked.read()).toEqual(DEFAULT_SETTINGS);
    expect(() => blocked.write(DEFAULT_SETTINGS)).not.toThrow();
    const full = storageWith();
    full.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    expect(() => new SettingsMemory(() => full).write(DEFAULT_SETTINGS)).not.toThrow();
  });
});
