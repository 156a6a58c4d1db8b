import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import { deviceProblem } from '../media/device-problem';
import type { LocalMedia } from '../media/local-media';
import { Follower } from './follower';
import type { PublishedDevice } from './publisher';

/** What of a session a microphone needs. */
type AudioCalls = Pick<
  AudioVideoFacade,
  | 'startAudioInput'
  | 'realtimeMuteLocalAudio'
  | 'realtimeUnmuteLocalAudio'
  | 'addDeviceChangeObserver'
  | 'removeDeviceChangeObserver'
>;

/** Whichever the browser chooses; Firefox and Safari know no device that is called `default`. */
const ANY: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true };

/** Sends what the microphone hears; where there is none, one listens only. */
export class PublishedMicrophone implements PublishedDevice {
  constructor(private readonly media: Pick<LocalMedia, 'microphone' | 'replace'>) {}

  async follow(audioVideo: AudioCalls): Promise<() => void> {
    const { microphone } = this.media;
    let opened: { readonly deviceId: string | undefined } | undefined;
    const follower = new Follower(async () => {
      const { deviceId, isMuted, problem } = microphone.get();
      if (isMuted || problem) audioVideo.realtimeMuteLocalAudio();
      if (problem) opened = undefined;
      else if (!opened || opened.deviceId !== deviceId) {
        opened = await this.#open(audioVideo, deviceId);
      }
      if (opened && !isMuted) audioVideo.realtimeUnmuteLocalAudio();
    });
    // A microphone that is unplugged ends by itself.
    const observer = {
      audioInputStreamEnded: () => {
        opened = undefined;
        void follower.ask();
      },
    };
    audioVideo.addDeviceChangeObserver(observer);
    const unfollow = await follower.follow(microphone);
    return () => {
      unfollow();
      audioVideo.removeDeviceChangeObserver(observer);
    };
  }

  /** Undefined where it cannot be had: the store says what comes next, and that is another step. */
  async #open(audioVideo: AudioCalls, deviceId: string | undefined) {
    try {
      await audioVideo.startAudioInput(deviceId ?? ANY);
      return { deviceId };
    } catch (thrown) {
      await audioVideo.startAudioInput(null);
      const problem = deviceProblem('microphone', thrown);
      if (deviceId !== undefined) this.media.replace('microphone');
      else this.media.microphone.patch({ problem });
      return undefined;
    }
  }
}
