// Gives a worker VideoTrackGenerator.
import { ownWritable, WorkerTrack } from './worker-track';

class FakeGenerator {
  readonly track = new WorkerTrack({ ticket: 'generated' });
  readonly writable: WritableStream<VideoFrame>;
  muted = false;

  constructor() {
    if (!ownWritable) throw new Error('The page has sent no writable.');
    this.writable = ownWritable;
  }
}

Object.assign(globalThis, { VideoTrackGenerator: FakeGenerator });
