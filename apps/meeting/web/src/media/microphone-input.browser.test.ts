import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Store } from '../state/store';
import type { MicrophoneState } from './local-media';
import { MicrophoneInput } from './microphone-input';
import { followLevel, isVoice, levelOf } from './sound-level';

/** A microphone that hears a tone. */
function toneStream(context: AudioContext): MediaStream {
  const sink = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(sink);
  tone.start();
  return sink.stream;
}

describe('MicrophoneInput', () => {
  const microphone = new Store<MicrophoneState>({ isMuted: false });
  const replace = vi.fn(() => microphone.patch({ deviceId: undefined }));
  const input = new MicrophoneInput({ microphone, replace });
  const original = navigator.mediaDevices.getUserMedia;
  let context: AudioContext;
  let stop: () => void;
  let asked: (MediaTrackConstraints | undefined)[];
  /** What the browser says, by the id that is asked for. */
  let refusals: Readonly<Record<string, string>>;

  beforeEach(() => {
    [context, asked, refusals] = [new AudioContext(), [], {}];
    microphone.set({ isMuted: false });
    replace.mockClear();
    navigator.mediaDevices.getUserMedia = async ({ audio } = {}) => {
      const constraints = typeof audio === 'object' ? audio : undefined;
      asked.push(constraints);
      const { exact = '' } = (constraints?.deviceId ?? {}) as { exact?: string };
      if (refusals[exact]) throw new DOMException('no', refusals[exact]);
      return toneStream(context);
    };
  });
  afterEach(async () => {
    stop();
    navigator.mediaDevices.getUserMedia = original;
    await context.close();
  });

  const isLive = (stream: MediaStream | undefined) => stream?.getTracks()[0]?.readyState === 'live';
  const opened = async (): Promise<MediaStream> => {
    await expect.poll(() => isLive(input.stream.get())).toBe(true);
    return input.stream.get() as MediaStream;
  };

  it('hears while it is not muted, and goes over to another one', async () => {
    stop = input.follow();
    const first = await opened();
    microphone.patch({ isMuted: true });
    expect([input.stream.get(), isLive(first)]).toEqual([undefined, false]);
    microphone.patch({ isMuted: false, deviceId: 'headset' });
    await opened();
    expect(asked).toEqual([{}, { deviceId: { exact: 'headset' } }]);
    stop();
    expect(input.stream.get()).toBeUndefined();
  });

  it('gives way where the chosen one is not there', async () => {
    refusals = { headset: 'NotFoundError' };
    microphone.patch({ deviceId: 'headset' });
    stop = input.follow();
    await opened();
    expect(replace).toHaveBeenCalledExactlyOnceWith('microphone');
  });

  it('says what stands in the way, and tries again when that is gone', async () => {
    refusals = { '': 'NotAllowedError' };
    stop = input.follow();
    await expect.poll(() => microphone.get().problem?.failure).toBe('denied');
    refusals = {};
    microphone.patch({ problem: undefined });
    await opened();
  });

  it('opens whichever there is when the one that is on is unplugged', async () => {
    stop = input.follow();
    const first = await opened();
    for (const track of first.getTracks()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    expect(await opened()).not.toBe(first);
  });

  it('has a level that shows a voice', async () => {
    stop = input.follow();
    const stream = await opened();
    const heard = await new Promise<boolean>((resolve) => {
      const unfollow = followLevel(stream, (level) => {
        if (!isVoice(level)) return;
        unfollow();
        resolve(true);
      });
    });
    expect(heard).toBe(true);
    expect([levelOf(new Float32Array(8)), levelOf(new Float32Array(8).fill(1))]).toEqual([0, 1]);
  });
});
