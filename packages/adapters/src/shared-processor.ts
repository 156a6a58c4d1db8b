import {
  StateError,
  type BackgroundProcessor,
  type LiveOptions,
  type ProcessorEvents,
  type ProcessorState,
} from 'cyclorama';
import type { CallProcessor } from './call-processor';
import { RenewableProcessor } from './renewable-processor';

const ENDED =
  'The output of the processor has ended. Make a device of a processor that runs, and leave ' +
  'processor.track live as long as the device is used: a preview only needs to let go of it.';

/** A processor of the app's: a clone of its output goes out, and it is never closed here. */
export class SharedProcessor implements CallProcessor {
  readonly #processor: BackgroundProcessor;
  #output = new MediaStream();

  constructor(processor: BackgroundProcessor) {
    this.#processor = processor;
  }

  get output(): MediaStream {
    return this.#output;
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

  async show(): Promise<MediaStream> {
    const { track } = this.#processor;
    if (track?.readyState !== 'live') throw new StateError(ENDED);
    this.rest();
    this.#output = new MediaStream([track.clone()]);
    return this.#output;
  }

  rest(): void {
    for (const track of this.#output.getTracks()) track.stop();
  }

  end(): void {
    this.rest();
  }

  /** Another processor with the same options: the app's goes on with its own camera. */
  forOtherCamera(): CallProcessor {
    return new RenewableProcessor(this.#processor.options);
  }
}
