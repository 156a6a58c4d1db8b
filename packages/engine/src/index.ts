export { BackgroundProcessor } from './processor';
export {
  createSegmenter,
  type Mask,
  type Segmenter,
  type SegmenterOptions,
  type SegmenterSource,
} from './create-segmenter';
export {
  BackgroundError,
  CycloramaError,
  FrameError,
  ModelLoadError,
  StateError,
  UnsupportedError,
  WorkerLostError,
  type ErrorCode,
} from './errors';
export type {
  Background,
  BlurBackground,
  ColorBackground,
  Fit,
  ImageBackground,
  LiveOptions,
  ModelChoice,
  NoneBackground,
  PathChoice,
  ProcessorOptions,
  SegmenterChoice,
  SettledOptions,
  View,
} from './options';
export type { ProcessorEvents } from './processor-events';
export type { ProcessorState } from './processor-state';
export type { InputSizing, WorkerSegmenter } from './segment/worker-segmenter';
export type {
  ComputeFigures,
  Distribution,
  Path,
  ProcessorStats,
  SinkFigures,
  StageName,
} from './stats';
export { FramePainter } from './track/frame-painter';
export { probeSupport, type Support } from './support';
