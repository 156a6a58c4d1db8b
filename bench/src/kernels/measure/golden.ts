import type { Read } from './read';

/** The pictures with golden outputs; the first is the one that is timed. */
const PICTURES = ['portrait', 'dancer', 'mdn', 'desk', 'rgba', 'room', 'noise', 'black'];

/** A model's input, and the output of TensorFlow Lite for it. */
export interface GoldenPair {
  readonly input: Float32Array;
  readonly output: Float32Array;
}

/** What runs a model, ours and theirs. */
export interface Runnable {
  input(): Float32Array;
  output(): Float32Array;
  run(): void;
}

/** Reads a model's golden files; none where they are absent. */
export async function readGolden(read: Read, model: string): Promise<readonly GoldenPair[]> {
  return Promise.all(
    PICTURES.map(async (picture) => {
      const pixels = await read(`golden/${model}/${picture}.rgb`);
      const golden = await read(`golden/${model}/${picture}.f32`);
      return {
        input: Float32Array.from(pixels, (byte) => byte / 255),
        output: new Float32Array(golden.buffer, golden.byteOffset, golden.byteLength / 4),
      };
    }),
  );
}

/**
 * The largest difference to the golden outputs; leaves the first picture in the input.
 * @throws Error if an output is no number or of another length: JSON would print that as null,
 *   which means "not measured".
 */
export function largestError(model: Runnable, golden: readonly GoldenPair[]): number {
  const worst = golden.map((pair) => {
    model.input().set(pair.input);
    model.run();
    return pictureError(model.output(), pair.output);
  });
  const [first] = golden;
  if (first) model.input().set(first.input);
  const error = Math.max(...worst);
  if (Number.isFinite(error)) return error;
  throw new Error(`Outputs are not comparable to the golden ones: the largest error is ${error}.`);
}

function pictureError(actual: Float32Array, wanted: Float32Array): number {
  if (actual.length !== wanted.length) return NaN;
  return actual.reduce((worst, value, at) => {
    return Math.max(worst, Math.abs(value - (wanted[at] ?? NaN)));
  }, 0);
}
