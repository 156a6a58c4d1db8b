/** The camera in a call by the Amazon Chime SDK: nobody ever sees the room, from the first frame on. */
import { chimeVideoInput, type ChimeVideoInput } from '@cyclorama/adapters/chime';
import type { AudioVideoFacade } from 'amazon-chime-sdk-js';
import type { Background } from 'cyclorama';

/** The SDK's calls that a camera needs. */
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
    await this.audioVideo.startVideoInput(this.#device);
    this.audioVideo.startLocalVideoTile();
  }

  /** The SDK stops the camera, so that its light goes out. */
  async switchOff(): Promise<void> {
    await this.audioVideo.stopVideoInput();
  }

  /** Goes on with another camera; the processor is not started anew. */
  async use(deviceId: string): Promise<void> {
    this.#device = this.#device.chooseNewInnerDevice(deviceId);
    await this.audioVideo.startVideoInput(this.#device);
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
