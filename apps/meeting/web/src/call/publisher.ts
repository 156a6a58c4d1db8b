import { chimeVideoInput } from '@cyclorama/adapters/chime';
import type { MeetingManager } from 'amazon-chime-sdk-component-library-react';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { LocalMedia } from '../media/local-media';
import type { Publisher } from './call';

/** Hands one's devices to the session as they stand, and each change of them. */
export class MediaPublisher implements Publisher {
  readonly #manager: MeetingManager;
  readonly #media: LocalMedia;

  constructor(manager: MeetingManager, media: LocalMedia) {
    this.#manager = manager;
    this.#media = media;
  }

  async publish(audioVideo: AudioVideoFacade): Promise<void> {
    const { microphone, camera } = this.#media;
    await this.#manager.startAudioInputDevice(microphone.get().deviceId ?? 'default');
    if (microphone.get().isMuted) audioVideo.realtimeMuteLocalAudio();
    const { processor } = camera.state.get();
    if (!processor) return;
    await this.#manager.startVideoInputDevice(chimeVideoInput(processor));
    // After the input: the SDK would send an empty picture otherwise.
    audioVideo.startLocalVideoTile();
  }
}
