export { eventually, sleep } from './eventually';
export { hurtableWorkers, type Victim } from './faulty-workers';
export { FrameFeed, type FeedOptions, type Paint } from './frame-feed';
export { Recorder } from './recorder';
export type { Rgb, Sighting } from './recorder-protocol';
