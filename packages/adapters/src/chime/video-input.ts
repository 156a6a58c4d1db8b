import type { Device } from 'amazon-chime-sdk-js';
import { StateError, type LiveOptions, type ProcessorEvents, type ProcessorState } from 'cyclorama';
import type { CallProcessor } from '../call-processor';
import { inertTrack } from '../inert-track';
import { isCamera, requireDevice, type ChimeVideoSource } from './source';
import type { ChimeVideoInput } from './video-input-api';

const STOPPED = 'A device that was stopped cannot be started again: make another one.';

const NOT_OPENED =
  'The SDK has not opened the camera. Where a start has failed it does not try again before ' +
  'stopVideoInput(): call that first, then startVideoInput().';

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
  /** The SDK has asked which camera to open, and nothing has come of it yet. */
  #isOpening = false;
  #isStarting = false;
  #isStopped = false;

  constructor(source: ChimeVideoSource, processor: CallProcessor) {
    this.#source = source;
    this.#processor = processor;
  }

  // The SDK takes a device for chosen before it opens the camera. Where that fails, it only asks for
  // the output the next time, and would go on with none.
  get outputMediaStream(): MediaStream {
    if (this.#isOpening) throw new StateError(this.#isStopped ? STOPPED : NOT_OPENED);
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
    if (isCamera(this.#source)) {
      this.#isOpening = !this.#input;
      return this.#source;
    }
    const isMissing = !this.#token?.active && !this.#isStopped;
    if (isMissing) this.#token = new MediaStream([inertTrack()]);
    return this.#token ?? new MediaStream();
  }

  async transformStream(stream = new MediaStream()): Promise<MediaStream> {
    const former = users.get(stream);
    users.set(stream, this);
    this.#input = stream;
    this.#isOpening = false;
    this.#isStarting = true;
    this.#unwatch();
    this.#unwatch = this.on('state', (state) => state === 'closed' && this.#tellEnd());
    try {
      this.#refuseStopped();
      const input = this.#source instanceof MediaStream ? this.#source : stream;
      const output = await this.#processor.show(input, this);
      this.#refuseStopped();
      if (former && former !== this) former.#yield(stream);
      return output;
    } catch (thrown) {
      this.#tellEnd();
      throw thrown;
    } finally {
      this.#isStarting = false;
    }
  }

  onOutputStreamDisconnect(): void {
    this.#isOpening = false;
    const input = this.#leave();
    if (!input) return;
    this.#processor.rest();
    for (const track of input.getTracks()) track.stop();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    // A start that is under way fails by the end of the processor, which the SDK has to be told.
    const input = this.#isStarting ? undefined : (this.#leave() ?? this.#token);
    this.#processor.end(this);
    for (const track of input?.getTracks() ?? []) track.stop();
  }

  #refuseStopped(): void {
    if (this.#isStopped) throw new StateError(STOPPED);
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
