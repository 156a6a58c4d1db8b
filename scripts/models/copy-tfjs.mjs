import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from './write-whole.mjs';

/** With and without SIMD. The build with threads is never asked for. */
const FILES = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm'];
const LICENCE = fileURLToPath(new URL('../../LICENSE', import.meta.url));

/**
 * Copies TensorFlow.js' .wasm files from where npm has installed them, and the licence of these and
 * of the weights, which is the same.
 */
export async function copyTfjs({ to, log }) {
  const wasm = '@tensorflow/tfjs-backend-wasm/package.json';
  const dist = join(dirname(createRequire(import.meta.url).resolve(wasm)), 'dist');
  const copies = FILES.map((name) => [join(dist, name), join(to, 'tfjs', name)]);
  for (const [source, target] of [...copies, [LICENCE, join(to, 'LICENSE')]]) {
    await writeWhole(target, await readFile(source));
  }
  log(`${FILES.join(', ')}: copied from ${wasm}`.replace('/package.json', ''));
}
