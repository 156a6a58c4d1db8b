import type { SinkEvent } from '../worker/messages';
import { SinkClient } from '../worker/sink-client';
import { sizeOfTrack, tellSettingsOf } from './settings';
import { endTrack, type TrackSink } from './track-sink';
import type { Way } from './way';

/** The output track and the sink worker behind it. */
export class TrackOutlet {
  readonly sink: SinkClient;
  readonly #end: TrackSink;

  /**
   * @param way - How the track is made.
   * @param source - The track whose settings the output tells, asked at each call.
   * @param onEvent - Gets what the sink worker tells.
   */
  constructor(
    way: Way,
    private readonly source: () => MediaStreamTrack,
    onEvent: (event: SinkEvent) => void,
  ) {
    this.#end = way.openSink(sizeOfTrack(source()));
    this.sink = new SinkClient((event) =>
      event.type === 'frame' ? this.#end.draw(event.frame) : onEvent(event),
    );
    tellSettingsOf(this.track, source);
  }

  /** What the application publishes. */
  get track(): MediaStreamTrack {
    return this.#end.track;
  }

  /** Starts sending holding frames of the source's size. */
  open(holdingColor: string): Promise<void> {
    return this.sink.open(this.#end.output, sizeOfTrack(this.source()), holdingColor);
  }

  /** A new way for composites into the sink, in place of the one before. */
  async connect(): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    await this.sink.takeCompositesFrom(port1);
    return port2;
  }

  /** Ends the track, once what was sent is out, and the worker. */
  async close(): Promise<void> {
    await this.sink.close();
    endTrack(this.track);
  }
}
