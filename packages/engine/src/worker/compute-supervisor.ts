import { cycloramaError, WorkerLostError, type CycloramaError } from '../errors';
import { ComputeClient } from './compute-client';
import { inTime } from './in-time';
import { Losses } from './losses';
import type { ComputeEvent, ComputeSetup } from './messages';

/**
 * For kernels and a model over a slow line. A worker that dies meanwhile is seen by the sink, but for
 * one that dies before its script runs.
 */
const OPENING_LIMIT_MS = 30_000;
const FURNISHING_LIMIT_MS = 5000;

const SILENT = (): WorkerLostError =>
  new WorkerLostError('The computing worker gave no sign of life; it is replaced.');

/** What a computing worker is made with, and who hears of it. */
interface ComputeTerms {
  readonly setup: () => ComputeSetup;
  /** Joins a new worker to the sink, whose watch sees it from now on. */
  readonly connect: (client: ComputeClient) => Promise<void>;
  /** Gives a worker that is open its background and its source. */
  readonly furnish: (client: ComputeClient) => Promise<void>;
  readonly onEvent: (event: ComputeEvent) => void;
  /** A worker was lost and another is started. */
  readonly onLost: (error: CycloramaError) => void;
  /** No worker can be had: the model is missing, or too many were lost. */
  readonly onFailed: (error: CycloramaError) => void;
}

/** Keeps one computing worker going: starts it, and another in its place when it is lost. */
export class ComputeSupervisor {
  #client: ComputeClient | undefined;
  #relaxedSimd = false;
  #closed = false;
  #settled: Promise<void> = Promise.resolve();
  readonly #losses = new Losses();

  constructor(private readonly terms: ComputeTerms) {}

  /** The worker of the moment; undefined before `start`, after `close` and after a failure. */
  get client(): ComputeClient | undefined {
    return this.#client;
  }

  /** Whether the worker's kernels use relaxed SIMD. */
  get relaxedSimd(): boolean {
    return this.#relaxedSimd;
  }

  /** Resolves when the start or replacement that is under way is over, however it ended. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Starts a worker. Never rejects: what goes wrong is told to the terms' listeners. */
  start(): Promise<void> {
    this.#settled = this.#start();
    return this.#settled;
  }

  /**
   * Takes a worker for lost: ends it and starts another, or gives up after too many. A worker that
   * was replaced already is not lost again.
   */
  async replace(lost: ComputeClient | undefined, error: CycloramaError = SILENT()): Promise<void> {
    if (this.#closed || !lost || lost !== this.#client) return;
    this.#drop();
    const another = error instanceof WorkerLostError && !this.#losses.areTooMany();
    (another ? this.terms.onLost : this.terms.onFailed)(error);
    if (another) await this.start();
  }

  /** Ends the worker, for good. */
  close(): void {
    this.#closed = true;
    this.#drop();
  }

  async #start(): Promise<void> {
    if (this.#closed) return;
    this.#client = this.#launch();
    if (this.#client) await this.#prepare(this.#client);
  }

  #launch(): ComputeClient | undefined {
    const onBroken = (error: CycloramaError): void => void this.replace(client, error);
    let client: ComputeClient | undefined;
    try {
      client = new ComputeClient(this.terms.onEvent, onBroken);
    } catch (thrown) {
      this.terms.onFailed(cycloramaError(thrown));
    }
    return client;
  }

  async #prepare(client: ComputeClient): Promise<void> {
    try {
      await inTime(this.#open(client), OPENING_LIMIT_MS);
      if (this.#client === client) await inTime(this.terms.furnish(client), FURNISHING_LIMIT_MS);
    } catch (thrown) {
      await this.replace(client, cycloramaError(thrown));
    }
  }

  async #open(client: ComputeClient): Promise<void> {
    const opening = client.open(this.terms.setup());
    const [{ relaxedSimd }] = await Promise.all([opening, this.terms.connect(client)]);
    this.#relaxedSimd = relaxedSimd;
  }

  #drop(): void {
    void this.#client?.close();
    this.#client = undefined;
  }
}
