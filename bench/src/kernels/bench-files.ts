import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sharedData } from '@cyclorama/testing/node';
import { PEERS_FOLDER } from '../peers/install-peers';
import type { CreateTflite } from './measure/tflite';

const KERNELS = fileURLToPath(new URL('../../../packages/kernels/build', import.meta.url));
const MODELS = fileURLToPath(
  new URL('../../../node_modules/@mediapipe/selfie_segmentation', import.meta.url),
);
const TFLITE = `${PEERS_FOLDER}/node_modules/@twilio/video-processors/dist/build/tflite-simd-1-0-0`;

const PATHS: Readonly<Record<string, string>> = {
  'kernels.wasm': `${KERNELS}/kernels.wasm`,
  'kernels-relaxed.wasm': `${KERNELS}/kernels-relaxed.wasm`,
  'landscape.tflite': `${MODELS}/selfie_segmentation_landscape.tflite`,
  'general.tflite': `${MODELS}/selfie_segmentation.tflite`,
  'tflite.wasm': `${TFLITE}.wasm`,
};

/** Whether there are golden outputs to compare with. */
export const hasGolden = (): boolean => sharedData('golden') !== undefined;

/**
 * Where a file of the bench lies.
 * @param name - As the measuring code names it, in Node and in the page.
 */
export function pathOf(name: string): string | undefined {
  return name.startsWith('golden/') ? sharedData(name) : PATHS[name];
}

/** Reads a file of the bench. */
export async function readBenchFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = pathOf(name);
  if (path === undefined) throw new Error(`The bench has no file ${name}.`);
  return new Uint8Array(await readFile(path));
}

/** The TensorFlow Lite module's factory, for Node. */
export function requireTflite(): CreateTflite {
  return createRequire(import.meta.url)(`${TFLITE}.js`) as CreateTflite;
}

/** The same script as a module, for a worker, which has no other way to a script under our policy. */
export async function tfliteModuleScript(): Promise<string> {
  const script = await readFile(`${TFLITE}.js`, 'utf8');
  return `${script}\nexport default createTwilioTFLiteSIMDModule;\n`;
}
