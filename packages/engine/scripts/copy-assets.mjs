// Puts what the engine fetches at run time into `assets/`: both kernel builds and both models.
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = dirname(dirname(fileURLToPath(import.meta.url)));
const kernels = join(engine, '../kernels/build');
const licence = join(engine, '../../LICENSE');
const models = dirname(
  createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/package.json'),
);

const FILES = [
  [join(kernels, 'kernels.wasm'), 'assets/kernels.wasm'],
  [join(kernels, 'kernels-relaxed.wasm'), 'assets/kernels-relaxed.wasm'],
  [join(models, 'selfie_segmentation_landscape.tflite'), 'assets/selfie-landscape.tflite'],
  [join(models, 'selfie_segmentation.tflite'), 'assets/selfie-general.tflite'],
  // Of the models, for who serves the folder alone; and of the package.
  [licence, 'assets/LICENSE'],
  [licence, 'LICENSE'],
];

/** Copies a file so that whoever reads it meanwhile sees the old one or the new one, whole. */
async function put(from, to) {
  const unfinished = `${to}.${process.pid}`;
  await copyFile(from, unfinished).catch((cause) => {
    const remedy = 'Run "npm ci" and "npm run build:kernels" first.';
    throw new Error(`${from} cannot be copied. ${remedy}`, { cause });
  });
  await rename(unfinished, to);
}

await mkdir(join(engine, 'assets'), { recursive: true });
for (const [from, name] of FILES) await put(from, join(engine, name));
