import {
  BackgroundProcessor,
  type LiveOptions,
  type ProcessorEvents,
  type ProcessorOptions,
  type ProcessorState,
} from 'cyclorama';
import type { CallProcessor } from './call-processor';
import { inertTrack } from './inert-track';
import { lasting } from './lasting-options';

/** Someone who listens, to whichever processor there is. */
interface Listening {
  begin(processor: BackgroundProcessor): void;
  end(): void;
}

/**
 * A processor of the adapter's own. Its source may be away for two seconds, as while a camera is
 * changed; then it ends, and the next stream gets a new one, with the same listeners and with what
 * was asked for meanwhile.
 */
export class RenewableProcessor implements CallProcessor {
  readonly #listenings = new Set<Listening>();
  #processor: BackgroundProcessor;
  #starting: Promise<MediaStreamTrack> | undefined;
  #output = new MediaStream();
  #user: object | undefined;

  /** @throws TypeError that names the option that is wrong. */
  constructor(options: ProcessorOptions = {}) {
    this.#processor = new BackgroundProcessor(lasting(options));
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
    let off: () => void;
    const begin = (processor: BackgroundProcessor): void => {
      off = processor.on(type, listener);
    };
    const listening = { begin, end: () => off() };
    begin(this.#processor);
    this.#listenings.add(listening);
    return () => {
      this.#listenings.delete(listening);
      off();
    };
  }

  async update(options: LiveOptions): Promise<void> {
    await this.#usable().update(lasting(options));
  }

  async show(input: MediaStream, user: object): Promise<MediaStream> {
    const processor = this.#usable();
    this.#user = user;
    if (processor.state === 'idle') this.#starting = processor.start(input);
    else await processor.restart(input);
    const track = await this.#starting;
    if (track && !this.#output.getTracks().includes(track)) this.#output = new MediaStream([track]);
    return this.#output;
  }

  rest(): void {
    if (!['starting', 'running', 'paused'].includes(this.state)) return this.#processor.close();
    const nothing = inertTrack();
    // Rejects where it ends meanwhile, which is what rest may come to.
    void this.#processor.restart(nothing).catch(() => undefined);
    nothing.stop();
  }

  end(user: object): void {
    if (user === (this.#user ?? user)) this.#processor.close();
  }

  forOtherCamera(): this {
    return this;
  }

  #usable(): BackgroundProcessor {
    const { state, track } = this.#processor;
    if (state === 'closed' || track?.readyState === 'ended') this.#renew();
    return this.#processor;
  }

  #renew(): void {
    const former = this.#processor;
    this.#processor = new BackgroundProcessor(former.options);
    for (const listening of this.#listenings) {
      listening.end();
      listening.begin(this.#processor);
    }
    former.close();
  }
}
