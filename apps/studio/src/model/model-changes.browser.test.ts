import { ModelLoadError } from 'cyclorama';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeBoard } from '../notices/notice-board';
import { layOutPage } from '../testing/page-under-test';
import type { EngineModel } from './engine-model';
import { ModelChanges } from './model-changes';
import { ModelPanel } from './model-panel';
import { DEFAULT_MODEL, type ModelSettings } from './model-values';

const OWN = { ...DEFAULT_MODEL, preset: 'custom', segmenter: 'bodypix' } as const;
const FILE = 'models/bodypix/mobilenet/quant2/075/model-stride16.json';
const MISSING = new ModelLoadError(`https://example.org/a/${FILE}: 404. Set settings.modelUrl.`);

const notice = (): string => document.querySelector('.notice')?.textContent ?? '';
const checked = (): string | undefined =>
  document.querySelector<HTMLInputElement>('[name=preset]:checked')?.value;

describe('ModelChanges', () => {
  const set = vi.fn<(model: EngineModel) => Promise<void>>();
  const changed: ModelSettings[] = [];
  let panel: ModelPanel;
  let changes: ModelChanges;
  /** What the engine was told of the segmenters, in a word. */
  const told = (): unknown[] =>
    set.mock.calls.map(([{ segmenter, model }]) =>
      segmenter === 'selfie' ? model : segmenter.settings,
    );

  beforeEach(() => {
    layOutPage();
    set.mockReset().mockResolvedValue();
    changed.length = 0;
    panel = new ModelPanel((settings) => void changes.choose(settings));
    changes = new ModelChanges(panel, new NoticeBoard(), set, (settings) => changed.push(settings));
  });

  it('puts a choice in force, and tells once it is', async () => {
    const loading = Promise.withResolvers<undefined>();
    set.mockReturnValueOnce(loading.promise);
    const chosen = changes.choose(OWN);
    await expect.poll(told).toMatchObject([{ multiplier: 0.75, segmentationThreshold: 0.7 }]);
    expect([panel.on, changed]).toEqual([DEFAULT_MODEL, []]);
    loading.resolve(undefined);
    await chosen;
    expect([panel.on, changed]).toEqual([OWN, [OWN]]);
  });

  it('tells only of the newest, whichever is there first', async () => {
    const slow = Promise.withResolvers<undefined>();
    set.mockReturnValueOnce(slow.promise);
    const first = changes.choose(OWN);
    await expect.poll(told).toHaveLength(1);
    const best = { ...DEFAULT_MODEL, preset: 'best' } as const;
    await changes.choose(best);
    slow.resolve(undefined);
    await first;
    expect([panel.on, changed]).toEqual([best, [best]]);
  });

  it('says what is missing, goes back to what is on, and offers the selfie model', async () => {
    const fast = { ...DEFAULT_MODEL, preset: 'fast' } as const;
    await changes.choose(panel.select(fast));
    set.mockRejectedValueOnce(MISSING);
    await changes.choose(panel.select(OWN));
    expect(notice()).toContain('BodyPix 0.75 could not be loaded.');
    expect(notice()).toContain(`${FILE} could not be fetched.`);
    expect(notice()).toContain('‘npm run models’');
    expect([checked(), panel.on]).toEqual(['fast', fast]);
    expect(changed).toEqual([fast]);
    document.querySelector<HTMLButtonElement>('.notice button')?.click();
    await expect.poll(() => panel.on).toEqual(DEFAULT_MODEL);
    expect([checked(), notice()]).toEqual(['balanced', '']);
    expect(told().at(-1)).toBe('general');
  });

  it('offers to try again where a selfie model did not come', async () => {
    set.mockRejectedValueOnce(MISSING);
    await changes.choose(panel.select({ ...DEFAULT_MODEL, preset: 'fast' }));
    expect(notice()).toContain('The selfie model could not be loaded.');
    expect(checked()).toBe('balanced');
    document.querySelector<HTMLButtonElement>('.notice button')?.click();
    await expect.poll(() => panel.on.preset).toBe('fast');
    expect(checked()).toBe('fast');
  });

  it('says nothing of a failure that nobody waits for any more', async () => {
    const slow = Promise.withResolvers<undefined>();
    set.mockReturnValueOnce(slow.promise);
    const first = changes.choose(OWN);
    await expect.poll(told).toHaveLength(1);
    await changes.choose(DEFAULT_MODEL);
    slow.reject(MISSING);
    await first;
    expect([notice(), panel.on]).toEqual(['', DEFAULT_MODEL]);
  });

  it('hides the room at once when faces alone are no longer to be hidden', async () => {
    await changes.choose({ ...OWN, parts: 'hide-faces' });
    set.mockClear();
    await changes.choose(DEFAULT_MODEL);
    expect(told()).toMatchObject([{ parts: undefined, multiplier: 0.75 }, 'general']);
    expect(changed.at(-1)).toEqual(DEFAULT_MODEL);
  });
});
