import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The two models, and the folder of their golden files. */
export const MODELS = [
  {
    name: 'the landscape model',
    file: 'selfie_segmentation_landscape.tflite',
    folder: 'selfie-landscape',
  },
  { name: 'the general model', file: 'selfie_segmentation.tflite', folder: 'selfie-general' },
] as const;

/** Reads a model out of its npm package. */
export async function readModel(file: string): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  return new Uint8Array(await readFile(require.resolve(`@mediapipe/selfie_segmentation/${file}`)));
}
