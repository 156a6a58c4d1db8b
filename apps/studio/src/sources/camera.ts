import { CALL_VALUES, type CaptureValues } from './capture-values';
import { sourceOver, type Source } from './source';
import { captureError, SourceError } from './source-error';

/**
 * Opens a camera, as near to what is wished as it can do.
 * @throws SourceError
 */
export async function openCamera(wished: CaptureValues = CALL_VALUES): Promise<Source> {
  // Without a secure origin browsers leave the property out, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new SourceError('camera', isSecureContext ? 'unsupported' : 'insecure');
  const { camera } = wished;
  const which = camera === '' ? {} : { deviceId: { exact: camera } };
  const video = { ...cameraConstraints(wished), ...which };
  const stream = await devices.getUserMedia({ video }).catch((thrown: unknown) => {
    throw captureError('camera', thrown);
  });
  const source = sourceOver('camera', stream.getVideoTracks()[0]?.label ?? '', stream);
  if (!source) throw new SourceError('camera', 'no-picture');
  return source;
}

/** Size and rate as wishes: a camera that cannot do them gives the nearest. */
export const cameraConstraints = ({ resolution, rate }: CaptureValues): MediaTrackConstraints => ({
  width: { ideal: Math.round((resolution * 16) / 9) },
  height: { ideal: resolution },
  frameRate: { ideal: rate },
});
