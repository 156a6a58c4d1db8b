import type { Device, VideoTransformDevice } from 'amazon-chime-sdk-js';
import { StateError, type LiveOptions, type ProcessorEvents, type ProcessorState } from 'cyclorama';
import type { CallProcessor } from '../call-processor';
import { inertTrack } from '../inert-track';
import { isCamera, requireDevice, type ChimeVideoSource } from './source';

/**
 * A video input for `startVideoInput()` of the Amazon Chime SDK, with another background behind the
 * person. It can be started and stopped by the SDK however often; the output never shows the room
 * unless the background is `none`. What fails after the start is told by an `error` event, and where
 * nothing can go out any more the SDK is told as of a camera that is gone. A start that fails rejects.
 * `stop()` ends it for good, and may be called at any time, and twice.
 */
export interface ChimeVideoInput extends VideoTransformDevice {
  /** Where its processor is; `closed` also while the video is off. */
  readonly state: ProcessorState;

  /** Listens to its processor, also to those that follow a stop. Returns what ends the listening. */
  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void;

  /**
   * Changes background, view or segmenter, now or for the next start, as `update()` of
   * BackgroundProcessor does, and throws what that throws.
   */
  update(options: LiveOptions): Promise<void>;

  /**
   * A device for another camera or stream, for `startVideoInput()` in place of this one. The
   * processor goes on without a restart; one that belongs to the app stays with its own camera, and
   * the new device gets one with the same options.
   * @throws TypeError where the source is none.
   */
  chooseNewInnerDevice(source: Device): ChimeVideoInput;
}

const STOPPED = 'A device that was stopped cannot be started again: make another one.';

/** Who shows a stream that the SDK opened: it takes one for two devices of the same camera. */
const users = new WeakMap<MediaStream, VideoInput>();

/** Between the SDK's device controller and a processor. */
export class VideoInput implements ChimeVideoInput {
  readonly #source: ChimeVideoSource;
  readonly #processor: CallProcessor;
  /** What the SDK holds, and stops, in place of what it must not stop. */
  #token: MediaStream | undefined;
  /** What the SDK has opened for the device while that is in use. */
  #input: MediaStream | undefined;
  #unwatch: () => void = () => undefined;
  #isStopped = false;

  constructor(source: ChimeVideoSource, processor: CallProcessor) {
    this.#source = source;
    this.#processor = processor;
  }

  get outputMediaStream(): MediaStream {
    return this.#processor.output;
  }

  get state(): ProcessorState {
    return this.#processor.state;
  }

  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void {
    return this.#processor.on(type, listener);
  }

  update(options: LiveOptions): Promise<void> {
    return this.#processor.update(options);
  }

  chooseNewInnerDevice(source: Device): ChimeVideoInput {
    requireDevice(source);
    return new VideoInput(source, this.#processor.forOtherCamera());
  }

  async intrinsicDevice(): Promise<Device> {
    if (isCamera(this.#source)) return this.#source;
    const isMissing = !this.#token?.active && !this.#isStopped;
    if (isMissing) this.#token = new MediaStream([inertTrack()]);
    return this.#token ?? new MediaStream();
  }

  async transformStream(stream = new MediaStream()): Promise<MediaStream> {
    const former = users.get(stream);
    users.set(stream, this);
    this.#input = stream;
    this.#unwatch();
    this.#unwatch = this.on('state', (state) => state === 'closed' && this.#tellEnd());
    try {
      if (this.#isStopped) throw new StateError(STOPPED);
      const input = this.#source instanceof MediaStream ? this.#source : stream;
      const output = await this.#processor.show(input, this);
      if (former && former !== this) former.#yield(stream);
      return output;
    } catch (thrown) {
      this.#tellEnd();
      throw thrown;
    }
  }

  onOutputStreamDisconnect(): void {
    const input = this.#leave();
    if (!input) return;
    this.#processor.rest();
    for (const track of input.getTracks()) track.stop();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const input = this.#leave() ?? this.#token;
    this.#processor.end(this);
    for (const track of input?.getTracks() ?? []) track.stop();
  }

  /** Another device shows the stream from now on. */
  #yield(stream: MediaStream): void {
    if (this.#input !== stream) return;
    this.#leave();
    this.#processor.end(this);
  }

  #leave(): MediaStream | undefined {
    const input = this.#input;
    this.#input = undefined;
    this.#unwatch();
    return input;
  }

  // The SDK looks at what it has opened, and at nothing else: it learns of every end from there, and
  // switches the video off as for a camera that was unplugged.
  #tellEnd(): void {
    for (const track of this.#leave()?.getTracks() ?? []) {
      if (track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }
}
