import type { CompositeMessage, PingMessage } from '../worker/messages';

/**
 * The sink's line to the computing worker: composites come in, and pings go out to see that the
 * other end is alive. Unanswered pings are counted, not time: a machine that slept has not hung.
 */
export class ComputeWatch {
  #port: MessagePort | undefined;
  #unanswered = 0;

  /** @param receive - Gets what the computing worker posts. */
  constructor(private readonly receive: (message: CompositeMessage) => void) {}

  /** Pings sent since the last sign of life; 0 where there is no worker. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** Listens to another computing worker, and no longer to the one before. */
  attach(port: MessagePort): void {
    this.detach();
    this.#port = port;
    port.onmessage = (event: MessageEvent<CompositeMessage>) => {
      this.#unanswered = 0;
      this.receive(event.data);
    };
  }

  /** Asks for a sign of life. */
  ping(): void {
    if (!this.#port) return;
    this.#unanswered++;
    this.#port.postMessage({ type: 'ping' } satisfies PingMessage);
  }

  /** Stops listening. */
  detach(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#unanswered = 0;
  }
}
