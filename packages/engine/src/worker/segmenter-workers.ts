import type { CycloramaError } from '../errors';
import type { WorkerSegmenter } from '../segment/worker-segmenter';
import type { SegmenterUse } from './messages';
import { SegmenterClient } from './segmenter-client';

/** Hears which worker was lost, why, and which connection led there. */
type LossListener = (client: SegmenterClient, error: CycloramaError, connection: number) => void;

/** The workers of segmenters, in use or still loading, and the connections that lead to them. */
export class SegmenterWorkers {
  /** With the last connection to each; 0 where there was none. */
  readonly #connections = new Map<SegmenterClient, number>();
  #lastConnection = 0;

  /** @param onLost - Hears of a worker that broke or is gone; it is ended already. */
  constructor(private readonly onLost: LossListener) {}

  /**
   * Starts a worker, which loads its weights.
   * @throws ModelLoadError when the browser refuses the script.
   */
  start(segmenter: WorkerSegmenter): SegmenterClient {
    const client = new SegmenterClient(segmenter, (error) => this.lose(client, error));
    this.#connections.set(client, 0);
    return client;
  }

  /** What a computing worker is told to ask this worker from now on. */
  connect(client: SegmenterClient, { name, input }: WorkerSegmenter): SegmenterUse {
    const connection = ++this.#lastConnection;
    this.#connections.set(client, connection);
    return { type: 'worker', name, input, connection, port: client.connect() };
  }

  /** A computing worker has noticed that a connection leads nowhere. */
  onConnectionLost(connection: number, error: CycloramaError): void {
    for (const [client, last] of this.#connections) {
      if (last === connection) this.lose(client, error);
    }
  }

  /** Ends a worker. What waits for it is rejected with the reason. */
  end(client: SegmenterClient, reason?: CycloramaError): void {
    client.close(reason);
    this.#connections.delete(client);
  }

  /** Ends a worker that is of no use any more, and says so. */
  lose(client: SegmenterClient, error: CycloramaError): void {
    if (client.lost) return;
    const connection = this.#connections.get(client) ?? 0;
    this.end(client, error);
    this.onLost(client, error, connection);
  }

  /** Ends all of them. */
  close(): void {
    for (const client of this.#connections.keys()) this.end(client);
  }
}
