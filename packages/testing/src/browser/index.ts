export { eventually, sleep } from './eventually';
export { hurtableWorkers, type Victim } from './faulty-workers';
export { FakeCameras, type OpenedCamera } from './fake-cameras';
export { FrameFeed, type FeedOptions, type Paint } from './frame-feed';
export { Recorder } from './recorder';
export { paintPersonInRoom, paintRoom, ROOM } from './room';
export { samplePerson, type SamplePerson } from './sample-person';
export { slowWorkers, type SlowWorkers } from './slow-workers';
export type { Rgb, Sighting } from './recorder-protocol';
export {
  fakeWorkerTracks,
  type WorkerTracks,
  type WorkerTracksOptions,
} from './worker-tracks/fake-worker-tracks';
export { watchFrames } from './watch-frames';
