import { toWireError, fromWireError, WorkerLostError, type CycloramaError } from '../errors';
import { ComputeClient } from './compute-client';
import type { ComputeEvent, ComputeSetup } from './messages';

const MAX_LOSSES = 3;
const LOSSES_WINDOW_MS = 60_000;

/** What a computing worker is made with, and who hears of it. */
export interface ComputeTerms {
  readonly setup: () => ComputeSetup;
  /** Gives a new worker its background, and joins it to source and sink. */
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
  #lossesAtMs: number[] = [];

  constructor(private readonly terms: ComputeTerms) {}

  /** The worker of the moment; undefined before `start`, after `close` and after a failure. */
  get client(): ComputeClient | undefined {
    return this.#client;
  }

  /** Whether the worker's kernels use relaxed SIMD. */
  get relaxedSimd(): boolean {
    return this.#relaxedSimd;
  }

  /** Starts a worker. Never rejects: what goes wrong is told to the terms' listeners. */
  async start(): Promise<void> {
    const client = new ComputeClient(this.terms.onEvent);
    this.#client = client;
    try {
      const { relaxedSimd } = await client.open(this.terms.setup());
      if (this.#client !== client) return;
      this.#relaxedSimd = relaxedSimd;
      await this.terms.furnish(client);
    } catch (thrown) {
      if (this.#client === client) await this.#meet(fromWireError(toWireError(thrown)));
    }
  }

  /** Takes the worker for lost: ends it and starts another, or gives up after too many. */
  async replace(): Promise<void> {
    await this.#meet(
      new WorkerLostError('The computing worker gave no sign of life; it is replaced.'),
    );
  }

  /** Ends the worker. */
  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }

  async #meet(error: CycloramaError): Promise<void> {
    this.close();
    const another = error instanceof WorkerLostError && !this.#hasLostTooMany();
    (another ? this.terms.onLost : this.terms.onFailed)(error);
    if (another) await this.start();
  }

  #hasLostTooMany(): boolean {
    const nowMs = performance.now();
    this.#lossesAtMs = [...this.#lossesAtMs, nowMs].filter(
      (atMs) => nowMs - atMs < LOSSES_WINDOW_MS,
    );
    return this.#lossesAtMs.length > MAX_LOSSES;
  }
}
