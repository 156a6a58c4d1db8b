import type { Session } from '@cyclorama/inference';
import { ModelLoadError } from '../errors';

/** Kernels take masks in steps of four columns, and a mask may be turned: both edges must fit. */
const STEP_PX = 4;

/**
 * Takes a session only if its model is one that finds a person in a picture: `[1,H,W,3]` →
 * `[1,H,W,1]`, with H and W multiples of 4. Another model would be given what it cannot see, and
 * its output read beyond its end.
 *
 * @param name - What the model is called in the message.
 * @returns The session itself.
 * @throws ModelLoadError when it is another; the session is closed then.
 */
export function requireSelfieModel<S extends Session>(session: S, name: string): S {
  if (isSelfie(session)) return session;
  const [input, output] = [session.inputShape, session.outputShape].map((shape) => shape.join());
  session.close();
  throw new ModelLoadError(
    `The model ${name} makes [${output}] of [${input}] and is no selfie model: those make ` +
      `[1,H,W,1] of [1,H,W,3], with H and W multiples of ${STEP_PX}. Serve the models that come ` +
      'with this package.',
  );
}

function isSelfie({ inputShape, outputShape }: Session): boolean {
  const [batch, height, width, channels] = inputShape;
  const fits = height % STEP_PX === 0 && width % STEP_PX === 0;
  const isMask = outputShape.join() === [1, height, width, 1].join();
  return batch === 1 && channels === 3 && fits && isMask;
}
