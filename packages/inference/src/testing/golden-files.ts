import { expect } from 'vitest';
import type { Session } from '../backend';

/** The largest difference to TensorFlow Lite that any value may have. */
export const GOLDEN_TOLERANCE = 2e-3;

const PICTURES = ['portrait', 'dancer', 'mdn', 'desk', 'rgba', 'room', 'noise', 'black'];

/**
 * The largest difference to TensorFlow Lite over all eight pictures.
 * @param read - Reads a file of the model's golden folder.
 */
export async function worstGoldenError(
  session: Session,
  read: (name: string) => Promise<Uint8Array>,
): Promise<number> {
  let worst = 0;
  for (const picture of PICTURES) {
    const [pixels, golden] = [await read(`${picture}.rgb`), await read(`${picture}.f32`)];
    expect(pixels).toHaveLength(session.input().length);
    expect(golden).toHaveLength(4 * session.output().length);
    session.input().set(Float32Array.from(pixels, (byte) => byte / 255));
    session.run();
    const wanted = new Float32Array(golden.slice().buffer);
    session.output().forEach((value, index) => {
      const difference = Math.abs(value - (wanted[index] ?? NaN));
      // NaN is no small difference.
      worst = difference <= worst ? worst : difference;
    });
  }
  return worst;
}
