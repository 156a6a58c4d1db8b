/** The camera in a call by the Amazon Chime SDK: nobody ever sees the room, from the first frame on. */
import { chimeVideoInput, type ChimeVideoInput } from '@cyclorama/adapters/chime';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Background } from 'cyclorama';

export type CameraCalls = Pick<
  AudioVideoFacade,
  'startVideoInput' | 'stopVideoInput' | 'startLocalVideoTile'
>;

/** What a user does with a camera. */
export class CallCamera {
  #device: ChimeVideoInput;

  constructor(
    private readonly audioVideo: CameraCalls,
    deviceId: string,
    background: Background,
  ) {
    this.#device = chimeVideoInput(deviceId, { background });
    this.#device.on('error', (error) => console.warn(error.code, error.message));
  }

  /** Also after `switchOff`: the SDK opens the camera anew. */
  async switchOn(): Promise<void> {
    await this.#start(this.#device);
    this.audioVideo.startLocalVideoTile();
  }

  /** The SDK stops the camera, so that its light goes out. */
  async switchOff(): Promise<void> {
    await this.audioVideo.stopVideoInput();
  }

  /** Goes on with another camera; the processor is not started anew. */
  async use(deviceId: string): Promise<void> {
    this.#device = await this.#start(this.#device.chooseNewInnerDevice(deviceId));
  }

  async #start(device: ChimeVideoInput): Promise<ChimeVideoInput> {
    try {
      await this.audioVideo.startVideoInput(device);
      return device;
    } catch (thrown) {
      // Else the SDK opens no camera for this device any more.
      await this.switchOff();
      throw thrown;
    }
  }

  /** Changes what stands behind the person, now or for the next time. */
  change(background: Background): Promise<void> {
    return this.#device.update({ background });
  }

  async close(): Promise<void> {
    await this.switchOff();
    await this.#device.stop();
  }
}
