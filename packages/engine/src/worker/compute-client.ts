import type { LoadedBackground } from '../background/loaded-background';
import { WorkerLostError } from '../errors';
import { CallClient } from './channel';
import type { ComputeCalls, ComputeEvent, ComputeSetup, WireMask } from './messages';

/** The computing worker as the page sees it. */
export class ComputeClient {
  readonly #worker: Worker;
  readonly #calls: CallClient<ComputeCalls, ComputeEvent>;

  /** @param onEvent - Gets what the worker tells unasked. */
  constructor(onEvent: (event: ComputeEvent) => void) {
    this.#worker = new Worker(new URL('./compute-entry.ts', import.meta.url), {
      type: 'module',
      name: 'cyclorama-compute',
    });
    this.#calls = new CallClient<ComputeCalls, ComputeEvent>(this.#worker, onEvent);
    this.#worker.addEventListener('error', ({ message }) =>
      this.#calls.abandon(new WorkerLostError(`The computing worker broke: ${message}.`)),
    );
  }

  /**
   * Loads kernels and the model.
   * @throws ModelLoadError, WorkerLostError
   */
  open(setup: ComputeSetup): Promise<{ relaxedSimd: boolean }> {
    return this.#calls.call('open', setup);
  }

  /** Replaces the background; its bitmap moves to the worker. */
  setBackground(background: LoadedBackground, epoch: number): Promise<void> {
    return this.#calls.call('background', { background, epoch });
  }

  /** Where composites go. */
  sendCompositesTo(port: MessagePort): void {
    this.#send(this.#calls.call('composites', { port }));
  }

  /** Where frames come from. */
  readFrom(readable: ReadableStream<VideoFrame>): void {
    this.#send(this.#calls.call('frames', { readable }));
  }

  /** A frame of a source that the worker cannot read. Takes the frame. */
  offer(frame: VideoFrame): void {
    this.#send(this.#calls.call('frame', { frame }));
  }

  /** A frame in, its composite out. Takes the frame; the caller closes the composite. */
  async process(frame: VideoFrame): Promise<VideoFrame> {
    return (await this.#calls.call('process', { frame })).frame;
  }

  /** The person mask of a frame. Takes the frame. */
  async segment(frame: VideoFrame): Promise<WireMask> {
    return (await this.#calls.call('segment', { frame })).mask;
  }

  /** Ends the worker; calls that wait are rejected with WorkerLostError. */
  close(): void {
    this.#worker.terminate();
    this.#calls.abandon();
  }

  // A worker that is gone is noticed by the sink's watch, not by each call.
  #send(call: Promise<void>): void {
    call.catch(() => undefined);
  }
}
