import type { Path } from '../stats';
import type { Size } from '../frame/frame-size';
import type { SinkClient } from '../worker/sink-client';
import { canvasSink } from './canvas-sink';
import { generatorSink } from './generator-sink';
import { ProcessorSource } from './processor-source';
import type { FrameSource } from './source';
import type { TrackSink } from './track-sink';
import { VideoSource } from './video-source';
import { workerGeneratorSink } from './worker-generator-sink';
import { WorkerTrackSource } from './worker-track-source';

/** The two ends of one path: how frames are read from a track, and how a track is made of them. */
export interface Way {
  openSource(track: MediaStreamTrack, sink: SinkClient): FrameSource;
  openSink(size: Size, holdingColor: string): TrackSink;
}

/** Every path that there is. */
export const WAYS: Readonly<Record<Path, Way>> = {
  tracks: { openSource: (track) => new ProcessorSource(track), openSink: generatorSink },
  'worker-tracks': {
    openSource: (track) => new WorkerTrackSource(track),
    openSink: workerGeneratorSink,
  },
  canvas: { openSource: (track, sink) => new VideoSource(track, sink), openSink: canvasSink },
};
