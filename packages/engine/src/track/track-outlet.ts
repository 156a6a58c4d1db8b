import { WorkerLostError, type CycloramaError } from '../errors';
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
  #output: OutputTrack | undefined;

  /**
   * @param way - How the track is made.
   * @param source - The track whose settings the output tells, asked at each call.
   * @param holdingColor - Shown where there is neither composite nor background.
   */
  constructor(
    way: Way,
    private readonly source: () => MediaStreamTrack,
    private readonly holdingColor: string,
    listener: OutletListener,
  ) {
    // First: where it fails no worker is left.
    this.#end = way.openSink(sizeOfTrack(source()), holdingColor);
    try {
      this.sink = new SinkClient(
        (event) => (event.type === 'frame' ? this.#end.draw(event.frame) : listener.onEvent(event)),
        (error) => listener.onLost(error),
      );
    } catch (thrown) {
      this.#closeEnd();
      throw thrown;
    }
  }

  /** What the application publishes; undefined until it is open. */
  get track(): MediaStreamTrack | undefined {
    return this.#output?.track;
  }

  /** Whether the application has stopped the track and all its clones. */
  get hasEnded(): boolean {
    return this.#output?.hasEnded ?? false;
  }

  /**
   * Starts sending holding frames of the source's size.
   * @returns What the application publishes.
   */
  async open(): Promise<MediaStreamTrack> {
    const { output, track: own } = this.#end;
    const made = await this.sink.open(output, sizeOfTrack(this.source()), this.holdingColor);
    const track = own ?? made;
    if (!track) throw new WorkerLostError('The sink worker made no track.');
    this.#output = new OutputTrack(track, this.source);
    return track;
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
    this.#output?.end();
    this.#closeEnd();
  }

  #closeEnd(): void {
    this.#end.track?.stop(); // Where it was never opened.
    this.#end.close();
  }
}
