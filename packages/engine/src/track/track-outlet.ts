import type { CycloramaError } from '../errors';
import type { ComputeClient } from '../worker/compute-client';
import type { SinkEvent } from '../worker/messages';
import { SinkClient } from '../worker/sink-client';
import { OutputTrack } from './output-track';
import { sizeOfTrack } from './settings';
import type { TrackSink } from './track-sink';
import type { Way } from './way';

/** Who hears of the sink worker. */
export interface OutletListener {
  onEvent(event: SinkEvent): void;
  /** The worker is gone, and with it what could fill the track. */
  onLost(error: CycloramaError): void;
}

/** The output track and the sink worker behind it. */
export class TrackOutlet {
  readonly sink: SinkClient;
  readonly #end: TrackSink;
  readonly #output: OutputTrack;

  /**
   * @param way - How the track is made.
   * @param source - The track whose settings the output tells, asked at each call.
   */
  constructor(
    way: Way,
    private readonly source: () => MediaStreamTrack,
    listener: OutletListener,
  ) {
    this.sink = new SinkClient(
      (event) => (event.type === 'frame' ? this.#end.draw(event.frame) : listener.onEvent(event)),
      (error) => listener.onLost(error),
    );
    this.#end = way.openSink(sizeOfTrack(source()));
    this.#output = new OutputTrack(this.#end.track, source);
  }

  /** What the application publishes. */
  get track(): MediaStreamTrack {
    return this.#end.track;
  }

  /** Whether the application has stopped the track and all its clones. */
  get hasEnded(): boolean {
    return this.#output.hasEnded;
  }

  /** Starts sending holding frames of the source's size. */
  open(holdingColor: string): Promise<void> {
    return this.sink.open(this.#end.output, sizeOfTrack(this.source()), holdingColor);
  }

  /** Joins a computing worker to the sink, in place of the one before. */
  async connect(compute: ComputeClient): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    await compute.sendCompositesTo(port2);
    await this.sink.takeCompositesFrom(port1);
  }

  /** Ends the track, once what was sent is out, and the worker. */
  async close(): Promise<void> {
    await this.sink.close();
    this.#output.end();
    this.#end.close();
  }
}
