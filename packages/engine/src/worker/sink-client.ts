import type { LoadedBackground } from '../background/loaded-background';
import { CallClient } from './channel';
import type { Size } from '../frame/frame-size';
import type { SinkCalls, SinkEvent, SinkOutput } from './messages';

/** The sink worker as the page sees it. */
export class SinkClient {
  readonly #worker: Worker;
  readonly #calls: CallClient<SinkCalls, SinkEvent>;
  #onTick: () => void = () => undefined;

  /** @param onEvent - Gets what the worker tells unasked; it closes the frame of a `frame`. */
  constructor(onEvent: (event: SinkEvent) => void) {
    this.#worker = new Worker(new URL('./sink-entry.ts', import.meta.url), {
      type: 'module',
      name: 'cyclorama-sink',
    });
    this.#calls = new CallClient<SinkCalls, SinkEvent>(this.#worker, (event) =>
      event.type === 'tick' ? this.#onTick() : onEvent(event),
    );
  }

  /** Starts sending holding frames into the output, which moves to the worker. */
  open(output: SinkOutput, size: Size, color: string): Promise<void> {
    return this.#calls.call('open', { output, size, color });
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
    await Promise.race([this.#calls.call('close', {}), patience()]);
    this.#worker.terminate();
    this.#calls.abandon();
  }

  // What was still to be done when it was closed need not be done.
  #send(call: Promise<void>): void {
    call.catch(() => undefined);
  }
}

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
