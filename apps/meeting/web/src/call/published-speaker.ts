import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { LocalMedia } from '../media/local-media';
import { Follower } from './follower';
import type { PublishedDevice } from './publisher';

/** Plays the others through the chosen speaker. */
export class PublishedSpeaker implements PublishedDevice {
  constructor(private readonly media: Pick<LocalMedia, 'speaker' | 'replace'>) {}

  follow(audioVideo: Pick<AudioVideoFacade, 'chooseAudioOutput'>): Promise<() => void> {
    let chosen: string | undefined;
    const follower = new Follower(async () => {
      const { deviceId } = this.media.speaker.get();
      // Where browsers cannot choose, they have chosen.
      if (deviceId === chosen) return;
      chosen = deviceId;
      await audioVideo.chooseAudioOutput(deviceId ?? null).catch(() => {
        if (deviceId !== undefined) this.media.replace('speaker');
      });
    });
    return follower.follow(this.media.speaker);
  }
}
