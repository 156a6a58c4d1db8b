// Gives a worker VideoTrackGenerator.
import { ownWritable, WorkerTrack } from './worker-track';

class FakeGenerator {
  readonly track = new WorkerTrack({ ticket: 'generated' });
  // One that is made before the page's first message is only looked at, and goes nowhere.
  readonly writable = ownWritable ?? new WritableStream<VideoFrame>();
  muted = false;
}

Object.assign(globalThis, { VideoTrackGenerator: FakeGenerator });
