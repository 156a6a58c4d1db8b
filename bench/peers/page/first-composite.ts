import type { Sample } from '../../src/peers/composite-fault';
import type { Sampler } from './sampler';
import type { WatchedTrack } from './watched-track';

const LIMIT_MS = 60_000;

/** Tells what a frame of the output lacks beside one of the camera; nothing of a composite. */
export type Fault = (output: Sample, camera: Sample) => string | undefined;

/**
 * Waits for the first frame that shows a composite: some libraries hand out the room before, and
 * ours its holding frame.
 * @param begin - Starts the library. The camera is followed from before that.
 * @returns When that frame came out.
 */
export async function firstComposite(
  camera: WatchedTrack,
  begin: () => Promise<WatchedTrack>,
  fault: Fault,
  sampler: Sampler,
): Promise<number> {
  let now = await camera.next((frame) => sampler.sample(frame));
  const endCamera = camera.follow((frame) => (now = sampler.sample(frame)));
  const output = await begin();
  let missing = 'no frame came out';
  let endOutput = (): void => undefined;
  const found = new Promise<number>((resolve, reject) => {
    endOutput = output.follow((frame, { atMs }) => {
      const reason = fault(sampler.sample(frame), now);
      if (reason === undefined) resolve(atMs);
      else missing = reason;
    });
    const tooLate = (): void => reject(new Error(`No composite within 60 s: ${missing}.`));
    setTimeout(tooLate, LIMIT_MS);
  });
  return found.finally(() => {
    endCamera();
    endOutput();
  });
}
