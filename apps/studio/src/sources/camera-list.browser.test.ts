import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { element } from '../page/element';
import { layOutPage } from '../testing/page-under-test';
import { CameraList } from './camera-list';

const device = (deviceId: string, label: string): MediaDeviceInfo => ({
  deviceId,
  label,
  kind: 'videoinput',
  groupId: '',
  toJSON: () => '',
});

describe('CameraList', () => {
  let cameras: CameraList;
  const plugged = (...devices: MediaDeviceInfo[]): void => {
    vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(devices);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  };
  const names = (): string[] =>
    [...element('camera', HTMLSelectElement).options].map(({ text }) => text);

  beforeEach(() => {
    layOutPage();
    cameras = new CameraList(element('camera', HTMLSelectElement));
  });
  afterEach(() => vi.restoreAllMocks());

  it('has the browser’s choice alone until a camera was allowed', async () => {
    plugged(device('', ''));
    await cameras.refresh();
    expect(names()).toEqual(['The browser’s choice']);
    expect(cameras.chosen).toBe('');
  });

  it('lists cameras by name and follows what is plugged in and out', async () => {
    plugged(device('a', 'Front'));
    await expect.poll(names).toEqual(['The browser’s choice', 'Front']);
    plugged(device('a', 'Front'), device('b', ''));
    await expect.poll(names).toEqual(['The browser’s choice', 'Front', 'Camera 2']);
    plugged(device('b', ''));
    await expect.poll(names).toEqual(['The browser’s choice', 'Camera 1']);
  });

  it('keeps the chosen camera when another one comes', async () => {
    plugged(device('a', 'Front'), device('b', 'Back'));
    await cameras.refresh();
    cameras.choose('b');
    plugged(device('c', 'New'), device('a', 'Front'), device('b', 'Back'));
    await expect.poll(names).toContain('New');
    expect(cameras.chosen).toBe('b');
  });

  it('keeps the chosen camera when it is gone, says so, and knows it when it comes back', async () => {
    plugged(device('a', 'Front'), device('b', 'Back'));
    await cameras.refresh();
    cameras.choose('b');
    plugged(device('a', 'Front'));
    await expect.poll(names).toEqual(['The browser’s choice', 'Front', 'Back (not connected)']);
    expect(cameras.chosen).toBe('b');
    plugged(device('a', 'Front'), device('b', 'Back'));
    await expect.poll(names).toEqual(['The browser’s choice', 'Front', 'Back']);
    expect(cameras.chosen).toBe('b');
  });

  it('keeps a camera of an earlier visit, whose name no one tells yet', async () => {
    plugged(device('', ''));
    cameras.choose('b');
    await cameras.refresh();
    expect(names()).toEqual(['The browser’s choice', 'The camera of last time']);
    plugged(device('b', 'Back'));
    await expect.poll(names).toEqual(['The browser’s choice', 'Back']);
    expect(cameras.chosen).toBe('b');
  });
});
