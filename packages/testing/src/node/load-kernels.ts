import { readFile } from 'node:fs/promises';
import { instantiateKernels, type Kernels } from '@cyclorama/kernels';

/** Loads the kernel build without relaxed SIMD, which every Node takes. */
export async function loadKernels(): Promise<Kernels> {
  const url = new URL('../../../kernels/build/kernels.wasm', import.meta.url);
  return instantiateKernels(await WebAssembly.compile(await readFile(url)));
}
