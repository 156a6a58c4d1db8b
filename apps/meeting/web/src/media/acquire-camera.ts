import { constraintsOf, type CameraWish } from './camera-wish';
import { deviceProblem, type DeviceProblem } from './device-problem';
import { openDevice, stopStream } from './open-device';

/** A camera that is on. */
export interface Acquired {
  readonly source: MediaStream;
  /** The wish it came by. */
  readonly wish: CameraWish;
  /** Whether it is another one than was wished for. */
  readonly isReplaced: boolean;
}

/**
 * Opens the wished camera, or whichever there is where that is not.
 * @param former - What is on; stopped where the system opens one camera at a time.
 * @throws DeviceProblem
 */
export async function acquireCamera(wish: CameraWish, former?: MediaStream): Promise<Acquired> {
  try {
    return { source: await request(wish, former), wish, isReplaced: false };
  } catch (thrown) {
    if (!wish.deviceId || failureOf(thrown) !== 'absent') throw thrown;
    const any = { ...wish, deviceId: undefined };
    return { source: await request(any, former), wish: any, isReplaced: true };
  }
}

async function request(wish: CameraWish, former: MediaStream | undefined): Promise<MediaStream> {
  const constraints = constraintsOf(wish);
  try {
    return await openDevice('camera', constraints);
  } catch (thrown) {
    if (!former?.active || failureOf(thrown) !== 'in-use') throw thrown;
    stopStream(former);
    return openDevice('camera', constraints);
  }
}

const failureOf = (thrown: unknown): DeviceProblem['failure'] =>
  deviceProblem('camera', thrown).failure;
