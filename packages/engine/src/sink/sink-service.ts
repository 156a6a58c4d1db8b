import type { Handlers } from '../worker/channel';
import { epochNowMs } from '../worker/epoch-clock';
import type { CompositeMessage, SinkCalls, SinkEvent } from '../worker/messages';
import { CompositeSink, HOLD_INTERVAL_MS, STALE_MS } from './composite-sink';
import { ComputeWatch } from './compute-watch';
import { openOutput, type FrameOutput } from './frame-output';

/** Unanswered pings after which composites are no longer expected, and after which no answer is. */
const FAILING_PINGS = STALE_MS / HOLD_INTERVAL_MS;
const LOST_PINGS = 2.5 * FAILING_PINGS;
const FIGURES_EVERY = 5;

/** All that the sink worker does: the sink, its clock, and the watch over the computing worker. */
export class SinkService {
  readonly #watch = new ComputeWatch((message) => this.#receive(message));
  #output: FrameOutput | undefined;
  #sink: CompositeSink | undefined;
  #flowing = false;
  #beats = 0;
  #beat: ReturnType<typeof setInterval> | undefined;
  #ticks: ReturnType<typeof setInterval> | undefined;

  /** @param post - Sends an event to the page. */
  constructor(private readonly post: (event: SinkEvent) => void) {}

  /** What the page may ask. */
  readonly handlers: Handlers<SinkCalls> = {
    open: ({ output, size, color }) => {
      this.#output = openOutput(output, this.post);
      this.#sink = new CompositeSink(this.#output, size, color);
      this.#beat = setInterval(() => this.#onBeat(), HOLD_INTERVAL_MS);
      this.#sink.hold(epochNowMs());
      return { track: this.#output.track };
    },
    composites: ({ port }) => {
      this.#flowing = false;
      this.#watch.attach(port);
    },
    holding: ({ background }) => this.#sink?.show(background),
    refuseBefore: ({ epoch }) => this.#sink?.refuseBefore(epoch, epochNowMs()),
    muted: ({ muted }) => {
      this.#flowing = false;
      this.#sink?.setMuted(muted, epochNowMs());
    },
    taken: () => this.#output?.taken?.(),
    ticks: ({ intervalMs }) => this.#setTicks(intervalMs),
    close: () => this.#close(),
  };

  #receive(message: CompositeMessage): void {
    if (message.type === 'failed') return this.#fail();
    if (message.type !== 'composite') return;
    if (!this.#sink) return message.frame.close();
    const sent = this.#sink.take(message, epochNowMs());
    if (sent && !this.#flowing) this.post({ type: 'flowing' });
    this.#flowing ||= sent;
  }

  #fail(): void {
    this.#sink?.fail();
    this.#flowing = false;
  }

  #onBeat(): void {
    this.#watch.ping();
    if (this.#watch.unanswered >= FAILING_PINGS) this.#sink?.fail();
    if (this.#watch.unanswered >= LOST_PINGS) this.#lose();
    this.#sink?.hold(epochNowMs());
    this.post({ type: 'beat' });
    if (++this.#beats % FIGURES_EVERY === 0) this.#postFigures();
  }

  #lose(): void {
    this.#watch.detach();
    this.post({ type: 'compute-lost' });
  }

  #postFigures(): void {
    const figures = this.#sink?.counter.figures(epochNowMs());
    if (figures) this.post({ type: 'figures', figures });
  }

  #setTicks(intervalMs: number): void {
    clearInterval(this.#ticks);
    if (intervalMs > 0) this.#ticks = setInterval(() => this.post({ type: 'tick' }), intervalMs);
  }

  async #close(): Promise<void> {
    clearInterval(this.#beat);
    this.#setTicks(0);
    this.#watch.detach();
    this.#sink?.close();
    this.#sink = undefined;
    await this.#output?.close();
  }
}
