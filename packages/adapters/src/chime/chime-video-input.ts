import { BackgroundProcessor, type ProcessorOptions } from 'cyclorama';
import { RenewableProcessor } from '../renewable-processor';
import { SharedProcessor } from '../shared-processor';
import { requireSource, type ChimeVideoSource } from './source';
import { VideoInput } from './video-input';
import type { ChimeVideoInput } from './video-input-api';

const NO_OPTIONS =
  'options are for a processor that the device makes itself: change yours by processor.update().';

/**
 * Makes a video input for `startVideoInput()` of the Amazon Chime SDK. Nothing is opened or loaded
 * before that.
 * @param source - What it shows. A stream or a processor is neither stopped nor closed by it.
 * @param options - For its processor; none where the source is a processor of the app's.
 * @throws TypeError that names what is wrong with the source or an option.
 */
export function chimeVideoInput(
  source: ChimeVideoSource,
  options?: ProcessorOptions,
): ChimeVideoInput {
  requireSource(source);
  if (!(source instanceof BackgroundProcessor)) {
    return new VideoInput(source, new RenewableProcessor(options));
  }
  if (options !== undefined) throw new TypeError(NO_OPTIONS);
  return new VideoInput(source, new SharedProcessor(source));
}
