import { testAdapter, type AdaptedCall } from '@cyclorama/testing/suites';
import {
  DefaultDeviceController,
  DefaultVideoTransformDevice,
  NoOpLogger,
  type VideoTransformDevice,
} from 'amazon-chime-sdk-js';
import type { CycloramaError, LiveOptions } from 'cyclorama';
import { chimeFrameProcessor, chimeVideoInput, type ChimeFrameProcessor } from '.';

/** A transform device as both adapters come to have one. */
interface Device extends VideoTransformDevice {
  chooseNewInnerDevice(deviceId: string): Device;
}

/** What both adapters tell and take. */
type Effect = Pick<ChimeFrameProcessor, 'on' | 'update'>;

/** An app that goes by the SDK's guides, without a meeting. */
class App implements AdaptedCall {
  readonly errors: CycloramaError[] = [];
  readonly #controller = new DefaultDeviceController(new NoOpLogger());
  #device: Device | undefined;
  #deviceId: string | undefined;
  knowsOfEnd = false;

  constructor(
    private readonly effect: Effect,
    private readonly openDevice: (deviceId: string) => Device,
  ) {
    effect.on('error', (error) => this.errors.push(error));
    this.#controller.addDeviceChangeObserver({
      videoInputStreamEnded: () => (this.knowsOfEnd = true),
    });
  }

  async publish(deviceId: string): Promise<MediaStreamTrack> {
    this.knowsOfEnd = false;
    if (!this.#device) this.#device = this.openDevice(deviceId);
    else if (deviceId !== this.#deviceId)
      this.#device = this.#device.chooseNewInnerDevice(deviceId);
    this.#deviceId = deviceId;
    const stream = await this.#controller.startVideoInput(this.#device);
    const [track] = stream?.getVideoTracks() ?? [];
    if (!track) throw new Error('The SDK has nothing to send.');
    return track;
  }

  unpublish(): Promise<void> {
    return this.#controller.stopVideoInput();
  }

  update(options: LiveOptions): Promise<void> {
    return this.effect.update(options);
  }

  async close(): Promise<void> {
    await this.#device?.stop();
  }
}

testAdapter('chimeVideoInput', (options) => {
  const device = chimeVideoInput('front', options);
  return new App(device, (deviceId) => device.chooseNewInnerDevice(deviceId));
});

testAdapter('chimeFrameProcessor', (options) => {
  const processor = chimeFrameProcessor(options);
  const open = (deviceId: string): Device =>
    new DefaultVideoTransformDevice(new NoOpLogger(), deviceId, [processor]);
  return new App(processor, open);
});
