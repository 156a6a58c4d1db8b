export { bodypix } from './bodypix';
export type {
  BodypixArchitecture,
  BodypixRuntime,
  BodypixSettings,
  InternalResolution,
  Parts,
  PartsToHide,
  PartsToKeep,
  People,
  TfjsBackend,
} from './bodypix-settings';
export type { PartName } from './part-names';
export type { InputSizing, WorkerSegmenter } from '../segment/worker-segmenter';
