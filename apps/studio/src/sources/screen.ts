import { CALL_VALUES, type CaptureValues } from './capture-values';
import { sourceOver, type Source } from './source';
import { captureError, SourceError } from './source-error';

/**
 * Lets the visitor choose a screen, a window or a tab, with its sound where the browser has it.
 * @throws SourceError
 */
export async function openScreen(wished: CaptureValues = CALL_VALUES): Promise<Source> {
  // Phones have cameras and no screen sharing.
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (!devices?.getDisplayMedia) {
    throw new SourceError('screen', isSecureContext ? 'unsupported' : 'insecure');
  }
  const wanted = { video: screenConstraints(wished), audio: true };
  const stream = await devices.getDisplayMedia(wanted).catch((thrown: unknown) => {
    throw captureError('screen', thrown);
  });
  const source = sourceOver('screen', 'Your screen', stream);
  if (!source) throw new SourceError('screen', 'no-picture');
  return source;
}

/** The rate as a wish; the size is what is shared. */
export const screenConstraints = ({ rate }: CaptureValues): MediaTrackConstraints => ({
  frameRate: { ideal: rate },
});
