import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import { DEFAULT_MODEL, type ModelSettings } from './model-values';
import { ModelPanel } from './model-panel';

const OWN = { ...DEFAULT_MODEL, preset: 'custom', segmenter: 'bodypix' } as const;

/** The names of the controls that are to be seen. */
const shown = (): string[] =>
  [...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('#model-fields [name]')]
    .filter((control) => !control.closest('[hidden]'))
    .map(({ name }) => name);
const text = (id: string): string => document.getElementById(id)?.textContent.trim() ?? '';
const set = (id: string, value: string): void => {
  const control = document.querySelector<HTMLSelectElement | HTMLInputElement>(`#${id}`);
  if (control) control.value = value;
  control?.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('ModelPanel', () => {
  const choices: ModelSettings[] = [];
  let panel: ModelPanel;

  beforeEach(() => {
    layOutPage();
    choices.length = 0;
    panel = new ModelPanel((settings) => choices.push(settings));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => vi.useRealTimers());

  it('says what is on by default before a script runs', () => {
    const written = text('model-status');
    panel.show(DEFAULT_MODEL);
    expect(text('model-status')).toBe(written);
  });

  it('shows a preset without its settings, and says what it means', () => {
    panel.show(panel.select({ ...DEFAULT_MODEL, preset: 'best' }));
    expect(document.querySelector<HTMLInputElement>('[value=best]')?.checked).toBe(true);
    expect(shown()).toEqual([]);
    expect(text('model-status')).toBe('BodyPix 0.50, stride 16, medium resolution');
  });

  it('shows for each choice only what belongs to it', () => {
    document.querySelector<HTMLInputElement>('[value=custom]')?.click();
    expect(shown()).toEqual(['segmenter', 'model']);
    set('segmenter', 'bodypix');
    const always = ['multiplier', 'outputStride', 'internalResolution', 'segmentationThreshold'];
    expect(shown()).toEqual(['segmenter', ...always, 'people', 'parts', 'runtime']);
    set('people', 'largest');
    expect(shown()).toEqual(['segmenter', ...always, 'people']);
    set('people', 'everyone');
    set('parts', 'hide-faces');
    expect(shown()).toEqual(['segmenter', ...always, 'parts', 'runtime']);
    expect(document.querySelector<HTMLElement>('[data-of=faces]')?.hidden).toBe(false);
    expect(choices).toHaveLength(5);
    expect(choices.at(-1)).toEqual({ ...OWN, parts: 'hide-faces' });
  });

  it('asks for what a slider says once it rests, and says it at once', () => {
    panel.select(OWN);
    for (const value of ['0.6', '0.5', '0.35']) {
      set('threshold', value);
      vi.advanceTimersByTime(100);
    }
    expect(text('threshold-value')).toBe('0.35');
    expect(choices).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(choices).toEqual([{ ...OWN, segmentationThreshold: 0.35 }]);
  });

  it('asks no more for what a slider said before something else was set', () => {
    panel.select(OWN);
    set('threshold', '0.35');
    panel.restore();
    vi.advanceTimersByTime(1000);
    expect(choices).toEqual([]);
  });

  it('says that a model is loaded if that takes a while, and then what is on', () => {
    panel.show(DEFAULT_MODEL);
    const former = text('model-status');
    panel.wait(OWN);
    vi.advanceTimersByTime(100);
    expect(text('model-status')).toBe(former);
    vi.advanceTimersByTime(200);
    expect(text('model-status')).toBe('Loading BodyPix 0.75 … The former one works on meanwhile.');
    panel.show({ ...OWN, people: 'largest' });
    expect(text('model-status')).toBe(
      'BodyPix 0.75, stride 16, medium resolution, the largest person only',
    );
  });

  it('goes back to what is in force', () => {
    panel.show(panel.select({ ...DEFAULT_MODEL, preset: 'fast' }));
    panel.select(OWN);
    panel.restore();
    expect(document.querySelector<HTMLInputElement>('[value=fast]')?.checked).toBe(true);
    expect(shown()).toEqual([]);
    expect(panel.on.preset).toBe('fast');
  });
});
