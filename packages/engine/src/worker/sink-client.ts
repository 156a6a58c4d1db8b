import type { LoadedBackground } from '../background/loaded-background';
import { WorkerLostError, type CycloramaError } from '../errors';
import { CallClient } from './channel';
import type { Size } from '../frame/frame-size';
import type { SinkCalls, SinkEvent, SinkOutput } from './messages';
import { inTime } from './in-time';
import { workerError, workerRefused } from './worker-error';

/** The sink worker as the page sees it. */
export class SinkClient {
  readonly #worker: Worker;
  readonly #calls: CallClient<SinkCalls, SinkEvent>;
  #onTick: () => void = () => undefined;

  #isOpen = false;
  #signs = 0;
  #missed = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  /**
   * @param onEvent - Gets what the worker tells unasked; it closes the frame of a `frame`.
   * @param onLost - Hears when the worker is missing, broken or silent: the output is frozen then.
   */
  constructor(
    onEvent: (event: SinkEvent) => void,
    private readonly onLost: (error: CycloramaError) => void,
  ) {
    try {
      this.#worker = new Worker(new URL('./sink-entry.ts', import.meta.url), {
        type: 'module',
        name: 'cyclorama-sink',
      });
    } catch (cause) {
      throw workerRefused('sink', cause);
    }
    this.#calls = new CallClient<SinkCalls, SinkEvent>(this.#worker, (event) => {
      this.#signs++;
      if (event.type === 'tick') this.#onTick();
      else onEvent(event);
      if (event.type === 'frame') this.#send(this.#calls.call('taken', {}));
    });
    this.#worker.addEventListener('error', (event) =>
      this.#lose(workerError('sink', event, this.#isOpen)),
    );
  }

  /**
   * Starts sending holding frames into the output, which moves to the worker.
   * @returns The track, where the worker makes it.
   */
  async open(output: SinkOutput, size: Size, color: string): Promise<MediaStreamTrack | undefined> {
    const opening = this.#calls.call('open', { output, size, color });
    const { track } = await inTime(opening, OPENING_LIMIT_MS, 'sink');
    this.#isOpen = true;
    this.#watch ??= setInterval(() => this.#look(), WATCH_INTERVAL_MS);
    return track;
  }

  /** Where composites come from. */
  takeCompositesFrom(port: MessagePort): Promise<void> {
    return this.#calls.call('composites', { port });
  }

  /** Shows another background in the holding frame; its bitmap moves to the worker. */
  hold(background: LoadedBackground): Promise<void> {
    return this.#calls.call('holding', { background });
  }

  /** Resolves once no composite of an older epoch can go out any more. */
  refuseBefore(epoch: number): Promise<void> {
    return this.#calls.call('refuseBefore', { epoch });
  }

  /** Holds while the source is muted. */
  setMuted(muted: boolean): void {
    this.#send(this.#calls.call('muted', { muted }));
  }

  /** A clock that a hidden page does not slow; 0 stops it. */
  setTicks(intervalMs: number, onTick: () => void): void {
    this.#onTick = onTick;
    this.#send(this.#calls.call('ticks', { intervalMs }));
  }

  /** Ends the output, then the worker. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    await Promise.race([this.#calls.call('close', {}).catch(() => undefined), patience()]);
    this.#worker.terminate();
    this.#calls.abandon();
  }

  // Its figures come twice a second. Looks are counted and not time: a page that slept, or was
  // blocked, has not heard what came meanwhile.
  #look(): void {
    this.#missed = this.#signs > 0 ? 0 : this.#missed + 1;
    this.#signs = 0;
    if (this.#missed >= LOST_LOOKS) this.#lose(new WorkerLostError(SILENT));
  }

  #lose(error: CycloramaError): void {
    clearInterval(this.#watch);
    this.#calls.abandon(error);
    this.onLost(error);
  }

  // What was still to be done when it was closed need not be done.
  #send(call: Promise<void>): void {
    call.catch(() => undefined);
  }
}

/** For its script over a slow line. */
const OPENING_LIMIT_MS = 30_000;
const WATCH_INTERVAL_MS = 1000;
const LOST_LOOKS = 4;
const SILENT = 'The sink worker gave no sign of life; the output has ended. Start a new processor.';

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
