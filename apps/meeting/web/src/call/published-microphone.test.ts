import { describe, expect, it } from 'vitest';
import type { MicrophoneState } from '../media/local-media';
import { Store } from '../state/store';
import { PublishedMicrophone } from './published-microphone';

/** Microphones of a machine, and a session that notes what is asked of it. */
async function publish(state: MicrophoneState, plugged: readonly unknown[]) {
  const microphone = new Store(state);
  const asked: string[] = [];
  let onEnded = (): void => undefined;
  const replace = (): void => microphone.patch({ deviceId: undefined });
  const stop = await new PublishedMicrophone({ microphone, replace }).follow({
    startAudioInput: async (device) => {
      const name = typeof device === 'string' ? device : device ? 'any' : 'nothing';
      asked.push(name);
      if (name !== 'nothing' && !plugged.includes(name)) {
        throw Object.assign(new Error('There is none.'), { name: 'NotFoundError' });
      }
      return undefined;
    },
    realtimeMuteLocalAudio: () => void asked.push('mute'),
    realtimeUnmuteLocalAudio: () => asked.push('unmute') > 0,
    addDeviceChangeObserver: ({ audioInputStreamEnded = () => undefined }) => {
      onEnded = () => audioInputStreamEnded();
    },
    removeDeviceChangeObserver: () => undefined,
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return { microphone, asked, stop, settled, unplug: () => onEnded() };
}

describe('a published microphone', () => {
  it('is the chosen one, and follows the choice', async () => {
    const { microphone, asked, settled } = await publish({ deviceId: 'a', isMuted: false }, [
      'a',
      'b',
    ]);
    microphone.patch({ deviceId: 'b' });
    await settled();
    expect(asked).toEqual(['a', 'unmute', 'b', 'unmute']);
  });

  it('stays muted, from before it is opened', async () => {
    const { asked } = await publish({ deviceId: 'a', isMuted: true }, ['a']);
    expect(asked).toEqual(['mute', 'a']);
  });

  it('gives way to another one where it is gone', async () => {
    const { asked } = await publish({ deviceId: 'a', isMuted: false }, ['any']);
    expect(asked).toEqual(['a', 'nothing', 'any', 'unmute']);
  });

  it('is none where there is none: one listens, and the store says why', async () => {
    const { microphone, asked, settled } = await publish({ isMuted: false }, []);
    expect(asked).toEqual(['any', 'nothing', 'mute']);
    expect(microphone.get().problem).toMatchObject({ failure: 'absent' });
    microphone.patch({ problem: undefined });
    await settled();
    expect(asked.slice(3)).toEqual(['any', 'nothing', 'mute']);
  });

  it('is opened anew when it ends by itself, and left alone after the call', async () => {
    const { microphone, asked, settled, stop, unplug } = await publish({ isMuted: false }, ['any']);
    unplug();
    await settled();
    stop();
    microphone.patch({ isMuted: true });
    await settled();
    expect(asked).toEqual(['any', 'unmute', 'any', 'unmute']);
  });
});
