import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { LocalMedia } from '../media/local-media';
import type { Publisher } from './call';
import { PublishedCamera } from './published-camera';
import { PublishedMicrophone } from './published-microphone';
import { PublishedSpeaker } from './published-speaker';

/** One of the devices in a session, kept as it is wished. */
export interface PublishedDevice {
  /** Follows what is wished, from now on until the result is called. */
  follow(audioVideo: AudioVideoFacade): Promise<() => void>;
}

/** Hands one's devices to the session as they stand, and each change of them. */
export class MediaPublisher implements Publisher {
  readonly #devices: readonly PublishedDevice[];
  #stops: (() => void)[] = [];

  constructor(media: LocalMedia) {
    this.#devices = [
      new PublishedMicrophone(media),
      new PublishedSpeaker(media),
      new PublishedCamera(media.camera),
    ];
  }

  async publish(audioVideo: AudioVideoFacade): Promise<void> {
    this.rest();
    this.#stops = await Promise.all(this.#devices.map((device) => device.follow(audioVideo)));
  }

  rest(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }
}
