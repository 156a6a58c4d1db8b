// Puts what the engine fetches at run time into `assets/`: both kernel builds and both models.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = dirname(dirname(fileURLToPath(import.meta.url)));
const kernels = join(engine, '../kernels/build');
const models = dirname(
  createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/package.json'),
);

const FILES = [
  [join(kernels, 'kernels.wasm'), 'kernels.wasm'],
  [join(kernels, 'kernels-relaxed.wasm'), 'kernels-relaxed.wasm'],
  [join(models, 'selfie_segmentation_landscape.tflite'), 'selfie-landscape.tflite'],
  [join(models, 'selfie_segmentation.tflite'), 'selfie-general.tflite'],
  [join(engine, '../../LICENSE'), 'LICENSE'],
];

await mkdir(join(engine, 'assets'), { recursive: true });
for (const [from, name] of FILES) await copyFile(from, join(engine, 'assets', name));
