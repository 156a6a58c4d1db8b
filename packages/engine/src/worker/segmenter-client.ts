import { WorkerLostError, type CycloramaError } from '../errors';
import type { SegmenterCalls, WorkerSegmenter } from '../segment/worker-segmenter';
import { CallClient } from './channel';
import { inTime } from './in-time';
import { workerError, workerRefused } from './worker-error';

/** For the largest weights over a slow line. */
const OPENING_LIMIT_MS = 120_000;
const CHANGING_LIMIT_MS = 10_000;

/** A segmenter's worker as the page sees it. */
export class SegmenterClient {
  readonly #worker: Worker;
  readonly #calls: CallClient<SegmenterCalls, never>;
  readonly #name: string;
  readonly key: string;
  /** What it computes with, once its weights are loaded. Rejects with what prevents that. */
  readonly opened: Promise<string>;
  #settings: object | undefined;
  #isOpen = false;
  #lost: CycloramaError | undefined;

  /**
   * Starts the worker, which loads its weights.
   * @param onBroken - Hears of an error that nobody in the worker caught, once it is open.
   * @throws ModelLoadError when the browser refuses the script.
   */
  constructor(
    segmenter: WorkerSegmenter,
    private readonly onBroken: (error: CycloramaError) => void,
  ) {
    const { name, key, settings } = segmenter;
    this.#worker = startWorker(segmenter);
    this.#calls = new CallClient<SegmenterCalls, never>(this.#worker, () => undefined);
    this.#worker.addEventListener('error', (event) => this.#break(event));
    [this.#name, this.key, this.#settings] = [name, key, settings];
    this.opened = this.#open(settings);
    this.opened.catch(() => undefined); // Whoever waits for it hears.
  }

  /** Why it is of no use any more; undefined while it is. */
  get lost(): CycloramaError | undefined {
    return this.#lost;
  }

  /** Tells it other settings of the same key, where they are others. */
  async change(settings: object): Promise<void> {
    if (settings === this.#settings) return;
    this.#settings = settings;
    try {
      await inTime(this.#calls.call('change', { settings }), CHANGING_LIMIT_MS, this.#name);
    } catch (thrown) {
      this.#settings = undefined; // Whatever it goes by now, the next settings are others.
      throw thrown;
    }
  }

  /** A port for a computing worker that asks for masks. */
  connect(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#calls.call('connect', { port: port1 }).catch(() => undefined); // Seen by who asks.
    return port2;
  }

  /** Ends the worker. What waits for it is rejected with the reason. */
  close(reason: CycloramaError = new WorkerLostError('The segmenter was closed.')): void {
    this.#lost ??= reason;
    this.#calls.abandon(reason);
    this.#worker.terminate();
  }

  async #open(settings: object): Promise<string> {
    const opening = this.#calls.call('open', { settings });
    const { backend } = await inTime(opening, OPENING_LIMIT_MS, this.#name);
    this.#isOpen = true;
    return backend;
  }

  #break(event: Event): void {
    const error = workerError(this.#name, event, this.#isOpen);
    this.#calls.abandon(error);
    if (this.#isOpen) this.onBroken(error);
  }
}

function startWorker(segmenter: WorkerSegmenter): Worker {
  try {
    return segmenter.startWorker();
  } catch (cause) {
    throw workerRefused(segmenter.name, cause);
  }
}
