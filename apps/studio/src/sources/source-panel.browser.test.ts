import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { element } from '../page/element';
import { layOutPage, openTestSample } from '../testing/page-under-test';
import type { Source } from './source';
import { SourcePanel } from './source-panel';

const choose = (id: string, value: string): void => {
  const select = element(id, HTMLSelectElement);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
const press = (kind: string): void =>
  document.querySelector<HTMLButtonElement>(`[data-source=${kind}]`)?.click();

/** The test camera's highest: for more it gives this. */
const CAMERA_RATE = 20;

describe('SourcePanel', () => {
  let panel: SourcePanel;
  let source: Source | undefined;
  let opened = 0;
  const onChange = vi.fn();
  /** What the page does with a choice. */
  const turnTo = async (open: () => Promise<Source>): Promise<void> => {
    panel.wait('camera');
    const next = await open().catch(() => undefined);
    if (next) {
      source?.stop();
      source = next;
      panel.show(next);
      opened++;
    }
    panel.wait();
  };
  const settings = (): (number | undefined)[] => {
    const { height, frameRate } = source?.track.getSettings() ?? {};
    return [height, frameRate];
  };

  beforeEach(() => {
    layOutPage();
    opened = 0;
    onChange.mockClear();
    panel = new SourcePanel((_, open) => void turnTo(open), onChange);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    source?.stop();
    source = undefined;
  });

  it('tells its values and takes them back', () => {
    expect(panel.values).toEqual({ camera: '', resolution: 720, rate: 30 });
    panel.restore({ camera: 'b', resolution: 540, rate: 60 });
    expect(panel.values).toEqual({ camera: 'b', resolution: 540, rate: 60 });
    expect(onChange).not.toHaveBeenCalled();
    choose('rate', '15');
    choose('camera', '');
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(panel.values).toEqual({ camera: '', resolution: 540, rate: 15 });
  });

  it('changes the size and rate of the camera that is on, with the same track', async () => {
    press('camera');
    await expect.poll(settings).toEqual([720, CAMERA_RATE]);
    const track = source?.track;
    choose('resolution', '360');
    await expect.poll(settings).toEqual([360, CAMERA_RATE]);
    choose('rate', '15');
    await expect.poll(settings).toEqual([360, 15]);
    choose('resolution', '1080');
    await expect.poll(settings).toEqual([1080, 15]);
    expect(source?.track).toBe(track);
    expect(track?.readyState).toBe('live');
    expect(opened).toBe(1);
  });

  it('opens the camera anew where it cannot be changed while it is on', async () => {
    press('camera');
    await expect.poll(settings).toEqual([720, CAMERA_RATE]);
    const track = source?.track;
    if (track) vi.spyOn(track, 'applyConstraints').mockRejectedValue(new Error('no'));
    choose('resolution', '540');
    await expect.poll(settings).toEqual([540, CAMERA_RATE]);
    expect(source?.track).not.toBe(track);
  });

  it('changes the rate of a shared screen', async () => {
    press('screen');
    await expect.poll(() => source?.kind).toBe('screen');
    choose('rate', '15');
    await expect.poll(() => settings()[1]).toBe(15);
    expect(opened).toBe(1);
  });

  it('leaves the sample alone', async () => {
    await turnTo(openTestSample);
    choose('resolution', '360');
    choose('camera', '');
    expect(opened).toBe(1);
    expect(source?.track.readyState).toBe('live');
  });

  it('goes over to another camera, and back where that one cannot be opened', async () => {
    press('camera');
    await expect.poll(settings).toEqual([720, CAMERA_RATE]);
    const { deviceId = '' } = source?.track.getSettings() ?? {};
    await expect
      .poll(() => [...element('camera', HTMLSelectElement).options].map(({ value }) => value))
      .toContain(deviceId);
    expect(element('source-name', HTMLElement).textContent).toMatch(/^fake_device/);
    choose('camera', deviceId);
    await expect.poll(() => opened).toBe(2);
    panel.restore({ ...panel.values, camera: 'gone' });
    choose('camera', 'gone');
    await expect.poll(() => panel.values.camera).toBe(deviceId);
    expect(source?.track.readyState).toBe('live');
  });
});
