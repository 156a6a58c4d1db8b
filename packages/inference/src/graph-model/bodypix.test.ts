import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadKernels, sharedData } from '@cyclorama/testing/node';
import { referenceBackend } from '../reference/reference-backend';
import { testBodypix } from '../testing/bodypix-suite';
import { wasmBackend } from '../wasm/wasm-backend';

const folder = sharedData('bodypix') && sharedData('');

testBodypix(folder === undefined ? undefined : (path) => readFile(join(folder, path)), {
  reference: async () => referenceBackend(),
  'plain wasm': async () => wasmBackend(await loadKernels()),
});
