import type { LoadedBackground } from '../background/loaded-background';
import { CycloramaError, UnsupportedError } from '../errors';
import type { View } from '../options';
import type { MaskCopy } from '../segment/mask-copy';
import { CallClient } from './channel';
import { inTime } from './in-time';
import { workerError, workerRefused } from './worker-error';
import type { ComputeCalls, ComputeEvent, ComputeSetup, SegmenterUse } from './messages';

/** The computing worker as the page sees it. */
export class ComputeClient {
  readonly #worker: Worker;
  readonly #calls: CallClient<ComputeCalls, ComputeEvent>;

  #isOpen = false;
  #hasTrack = false;

  /**
   * @param onEvent - Gets what the worker tells unasked.
   * @param onBroken - Hears of an error that nobody in the worker caught: it may be deaf now; and of
   *   a track that cannot move there.
   */
  constructor(
    onEvent: (event: ComputeEvent) => void,
    private readonly onBroken: (error: CycloramaError) => void,
  ) {
    try {
      this.#worker = new Worker(new URL('./compute-entry.ts', import.meta.url), {
        type: 'module',
        name: 'cyclorama-compute',
      });
    } catch (cause) {
      throw workerRefused('computing', cause);
    }
    this.#calls = new CallClient<ComputeCalls, ComputeEvent>(this.#worker, onEvent);
    this.#worker.addEventListener('error', (event) => {
      const error = workerError('computing', event, this.#isOpen);
      this.#calls.abandon(error);
      onBroken(error);
    });
  }

  /**
   * Loads kernels and the model.
   * @throws ModelLoadError, WorkerLostError
   */
  async open(setup: ComputeSetup): Promise<{ relaxedSimd: boolean }> {
    const opened = await this.#calls.call('open', setup);
    this.#isOpen = true;
    return opened;
  }

  /** What goes out from now on; a background's bitmap moves to the worker. */
  show(view: View, epoch: number, background?: LoadedBackground): Promise<void> {
    return this.#calls.call('show', { view, epoch, background });
  }

  /**
   * What finds the person from the next frame on; a port to its worker moves there.
   * @throws ModelLoadError when it cannot be had; the one before works on.
   */
  useSegmenter(use: SegmenterUse): Promise<void> {
    return this.#calls.call('segmenter', { use });
  }

  /** A connection leads nowhere: no mask is waited for any more. */
  dropSegmenter(connection: number): void {
    this.#send(this.#calls.call('dropSegmenter', { connection }));
  }

  /** Where composites go. Resolves once the worker's script runs, so that it can be watched. */
  sendCompositesTo(port: MessagePort): Promise<void> {
    return this.#calls.call('composites', { port });
  }

  /** Where frames come from. */
  readFrom(readable: ReadableStream<VideoFrame>): void {
    this.#send(this.#calls.call('frames', { readable }));
  }

  /** The track that frames come from; it moves to the worker, which stops it in the end. */
  readTrack(track: MediaStreamTrack): void {
    this.#hasTrack = true;
    this.#calls.call('track', { track }).catch((thrown: unknown) => {
      if (!(thrown instanceof CycloramaError)) this.onBroken(immovable(thrown));
    });
  }

  /** No frames come any more; a track that moved to the worker is stopped. */
  stopReading(): void {
    this.#send(this.#calls.call('stop', {}));
  }

  /** A frame of a source that the worker cannot read. Takes the frame. */
  offer(frame: VideoFrame): void {
    this.#send(this.#calls.call('frame', { frame }));
  }

  /** A frame in, its composite out. Takes the frame; the caller closes the composite. */
  async process(frame: VideoFrame): Promise<VideoFrame> {
    return (await this.#calls.call('process', { frame })).frame;
  }

  /** The next frame shows another scene: what was seen before is not smoothed into it. */
  cut(): void {
    this.#send(this.#calls.call('cut', {}));
  }

  /** The person mask of a frame. Takes the frame. */
  async segment(frame: VideoFrame): Promise<MaskCopy> {
    return (await this.#calls.call('segment', { frame })).mask;
  }

  /**
   * Ends the worker; calls that wait are rejected with WorkerLostError. A track that moved there is
   * stopped first, by a worker that broke too, if it hears: a camera must not wait for the browser to
   * clear up after the worker.
   */
  async close(): Promise<void> {
    this.#calls.abandon(); // First, so that no other track moves there meanwhile.
    const stopping = this.#hasTrack ? this.#calls.callAnyway('stop', {}) : undefined;
    if (stopping) await inTime(stopping, STOPPING_LIMIT_MS).catch(() => undefined);
    this.#worker.terminate();
  }

  // A worker that is gone is noticed by the sink's watch, not by each call.
  #send(call: Promise<void>): void {
    call.catch(() => undefined);
  }
}

function immovable(cause: unknown): UnsupportedError {
  const message = `The source's track cannot move to a worker (${String(cause)}).`;
  return new UnsupportedError(`${message} Make the processor with path 'canvas'.`, { cause });
}

/** A worker that hangs stops nothing. */
const STOPPING_LIMIT_MS = 500;
