import { NativeProcessor } from '../native-tracks';
import type { Ticket } from './ticket';

/** A track that moved to a worker. */
export class MovedTrack {
  /** What is behind it. Whoever moved a track has it no more. */
  readonly track: MediaStreamTrack;
  #stoppedThere = false;

  constructor(track: MediaStreamTrack) {
    this.track = track.clone();
    track.stop();
  }

  /** Whether the worker stopped it, and not the browser when the worker ended. */
  get stoppedThere(): boolean {
    return this.#stoppedThere;
  }

  /** What is sent in its place. */
  ticket(): Extract<Ticket, { ticket: 'source' }> {
    const { port1, port2: control } = new MessageChannel();
    port1.onmessage = () => {
      this.#stoppedThere = true;
      this.track.stop();
    };
    const { readable } = new NativeProcessor({ track: this.track as MediaStreamVideoTrack });
    return { ticket: 'source', readable, control };
  }
}
