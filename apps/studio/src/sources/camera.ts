import { sourceOver, type Source } from './source';
import { captureError, SourceError } from './source-error';

/** What a call uses: more costs the network more than it shows. */
const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/**
 * Opens a camera.
 * @param deviceId - As enumerateDevices tells it; the browser's choice without.
 * @throws SourceError
 */
export async function openCamera(deviceId = ''): Promise<Source> {
  // Without a secure origin browsers leave the property out, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new SourceError('camera', isSecureContext ? 'unsupported' : 'insecure');
  const chosen = deviceId === '' ? WANTED : { ...WANTED, deviceId: { exact: deviceId } };
  const stream = await devices.getUserMedia({ video: chosen }).catch((thrown: unknown) => {
    throw captureError('camera', thrown);
  });
  const source = sourceOver('camera', stream.getVideoTracks()[0]?.label ?? '', stream);
  if (!source) throw new SourceError('camera', 'no-picture');
  return source;
}
