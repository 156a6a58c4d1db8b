import { sourceOver, type Source } from './source';
import { captureError, SourceError } from './source-error';

/**
 * Lets the visitor choose a screen, a window or a tab.
 * @throws SourceError
 */
export async function openScreen(): Promise<Source> {
  // Phones have cameras and no screen sharing.
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (!devices?.getDisplayMedia) {
    throw new SourceError('screen', isSecureContext ? 'unsupported' : 'insecure');
  }
  const wanted = { video: { frameRate: { ideal: 30 } } };
  const stream = await devices.getDisplayMedia(wanted).catch((thrown: unknown) => {
    throw captureError('screen', thrown);
  });
  const source = sourceOver('screen', 'Your screen', stream);
  if (!source) throw new SourceError('screen', 'no-picture');
  return source;
}
