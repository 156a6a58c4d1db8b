import type { VideoFrameProcessor } from 'amazon-chime-sdk-js';
import type { LiveOptions, ProcessorEvents, ProcessorState } from 'cyclorama';

/**
 * A processor for `DefaultVideoTransformDevice` of the Amazon Chime SDK. `process()` never rejects,
 * since the SDK's loop would not go on after that: where there is no composite it gives the last one,
 * or a flat colour before the first. What fails is told by an `error` event. A device that is stopped
 * destroys its processors: the next device needs another one.
 */
export interface ChimeFrameProcessor extends VideoFrameProcessor {
  /** Where the processor behind it is. */
  readonly state: ProcessorState;

  /** Listens to the processor behind it. Returns what ends the listening. */
  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void;

  /** Changes background, view or segmenter, as `update()` of BackgroundProcessor does. */
  update(options: LiveOptions): Promise<void>;
}
