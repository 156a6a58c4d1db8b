import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVICES } from '../devices/device-list';
import { recallDevices } from '../memory/device-choices';
import { LocalMedia } from './local-media';

const device = (kind: MediaDeviceKind, deviceId: string, label = deviceId): MediaDeviceInfo => ({
  ...{ kind, deviceId, label, groupId: '' },
  toJSON: () => '',
});

const plugged = (...devices: MediaDeviceInfo[]): void => {
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockResolvedValue(devices);
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
};

const BUILT_IN = [device('audioinput', 'built-in'), device('audiooutput', 'speakers')];
const HEADSET = [device('audioinput', 'headset'), device('audiooutput', 'headphones')];

describe('LocalMedia', () => {
  let media: LocalMedia;
  let stopWatching: () => void;
  beforeEach(() => {
    localStorage.clear();
    media = new LocalMedia();
    stopWatching = media.watch();
  });
  afterEach(() => {
    stopWatching();
    vi.restoreAllMocks();
    localStorage.clear();
  });

  it('lists devices as they are plugged in and out, those without a name by number', async () => {
    plugged(device('videoinput', ''), device('videoinput', 'a', ''), ...BUILT_IN);
    await expect
      .poll(() => DEVICES.state.get().camera)
      .toEqual([{ deviceId: 'a', label: 'Camera 1' }]);
    plugged(...BUILT_IN, ...HEADSET);
    await expect.poll(() => DEVICES.state.get().microphone.length).toBe(2);
    expect(DEVICES.state.get().camera).toEqual([]);
  });

  it('has microphone and speaker give way when they are unplugged, and says so', async () => {
    plugged(...BUILT_IN, ...HEADSET);
    await expect.poll(() => DEVICES.state.get().speaker.length).toBe(2);
    media.chooseMicrophone('headset');
    media.chooseSpeaker('headphones');
    plugged(...BUILT_IN, device('audioinput', 'headset'));
    await expect.poll(() => media.notice.get()).toEqual({ device: 'speaker' });
    expect([media.speaker.get().deviceId, media.microphone.get().deviceId]).toEqual([
      undefined,
      'headset',
    ]);
    plugged(...BUILT_IN);
    await expect.poll(() => media.notice.get()).toEqual({ device: 'microphone' });
    // What was unplugged for today is there again tomorrow.
    expect(recallDevices()).toMatchObject({ microphone: 'headset', speaker: 'headphones' });
  });

  it('keeps a remembered device while nobody tells what there is', async () => {
    media.chooseMicrophone('headset');
    plugged(device('audioinput', ''));
    await DEVICES.refresh();
    expect([media.microphone.get().deviceId, media.notice.get()]).toEqual(['headset', undefined]);
  });

  it('remembers for the next meeting', async () => {
    await media.chooseCamera({ deviceId: 'front', resolution: '540p' });
    await media.setCameraOn(false);
    media.setMuted(true);
    const next = new LocalMedia();
    expect(next.camera.wish).toEqual({ deviceId: 'front', resolution: '540p' });
    expect(next.microphone.get().isMuted).toBe(true);
    expect(recallDevices().isCameraOn).toBe(false);
  });

  it.each(['null', '{', '{"resolution":"4k","camera":7}'])('is not put off by %s', (kept) => {
    localStorage.setItem('cyclorama-meeting:devices', kept);
    expect(recallDevices()).toEqual({ resolution: '720p', isCameraOn: true, isMuted: false });
  });
});
