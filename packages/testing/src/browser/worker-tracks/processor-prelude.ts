// Gives a worker MediaStreamTrackProcessor as WebKit has it.
import { WorkerTrack } from './worker-track';

class FakeProcessor {
  readonly readable: ReadableStream<VideoFrame>;

  constructor({ track }: { readonly track: unknown }) {
    if (!(track instanceof WorkerTrack) || track.ticket.ticket !== 'source')
      throw new TypeError('No MediaStreamTrack.');
    if (track.readyState === 'ended') throw new TypeError('Track is ended.');
    this.readable = track.ticket.readable;
  }
}

Object.assign(globalThis, { MediaStreamTrackProcessor: FakeProcessor });
