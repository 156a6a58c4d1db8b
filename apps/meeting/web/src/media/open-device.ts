import { DEVICES } from '../devices/device-list';
import { DeviceProblem, deviceProblem } from './device-problem';

/**
 * Opens a camera or a microphone.
 * @throws DeviceProblem
 */
export async function openDevice(
  device: 'camera' | 'microphone',
  constraints: MediaTrackConstraints,
): Promise<MediaStream> {
  // Without a secure origin browsers leave the property out, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DeviceProblem(device, isSecureContext ? 'unsupported' : 'insecure');
  const wish = device === 'camera' ? { video: constraints } : { audio: constraints };
  try {
    const stream = await devices.getUserMedia(wish);
    // Who has allowed one is told the names of all.
    void DEVICES.refresh();
    return stream;
  } catch (thrown) {
    throw deviceProblem(device, thrown);
  }
}

/** Switches off what it holds, and the device's light with it. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Which device a stream comes from; undefined where the browser does not say. */
export const deviceIdOf = (stream: MediaStream): string | undefined =>
  stream.getTracks()[0]?.getSettings().deviceId;
