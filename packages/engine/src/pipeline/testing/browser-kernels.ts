import { instantiateKernels, type Kernels } from '@cyclorama/kernels';

/** An instance of the kernels for a test in the browser. */
export async function browserKernels(): Promise<Kernels> {
  const url = new URL('../../../../kernels/build/kernels.wasm', import.meta.url);
  return instantiateKernels(await WebAssembly.compileStreaming(fetch(url)));
}
