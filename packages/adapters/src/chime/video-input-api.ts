import type { Device, VideoTransformDevice } from 'amazon-chime-sdk-js';
import type { LiveOptions, ProcessorEvents, ProcessorState } from 'cyclorama';

/**
 * A video input for `startVideoInput()` of the Amazon Chime SDK, with another background behind the
 * person. It can be started and stopped by the SDK however often; the output never shows the room
 * unless the background is `none`. What fails after the start is told by an `error` event, and where
 * nothing can go out any more the SDK is told as of a camera that is gone. A start that fails rejects:
 * call `stopVideoInput()` before the next, since the SDK does not open a camera again that it could not
 * have. `stop()` ends it for good, and may be called at any time, and twice.
 */
export interface ChimeVideoInput extends VideoTransformDevice {
  /** Where its processor is; `closed` also while the video is off. */
  readonly state: ProcessorState;

  /** Listens to its processor, also to those that follow a stop. Returns what ends the listening. */
  on<T extends keyof ProcessorEvents>(
    type: T,
    listener: (payload: ProcessorEvents[T]) => void,
  ): () => void;

  /**
   * Changes background, view or segmenter, now or for the next start, as `update()` of
   * BackgroundProcessor does, and throws what that throws.
   */
  update(options: LiveOptions): Promise<void>;

  /**
   * A device for another camera or stream, for `startVideoInput()` in place of this one. The
   * processor goes on without a restart; one that belongs to the app stays with its own camera, and
   * the new device gets one with the same options.
   * @throws TypeError where the source is none.
   */
  chooseNewInnerDevice(source: Device): ChimeVideoInput;
}
