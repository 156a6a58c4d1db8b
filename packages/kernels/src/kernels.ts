import type { ImageKernels } from './image-kernels';
import { KernelMemory } from './kernel-memory';
import type { NetworkKernels } from './network-kernels';

/** What the WebAssembly module exports. Pointers are byte offsets into its memory. */
export type KernelExports = ImageKernels & NetworkKernels;

interface ModuleExports extends KernelExports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
}

/** One instance of the kernels with its memory. Whoever made it shares it with all stages. */
export interface Kernels {
  readonly run: KernelExports;
  readonly memory: KernelMemory;
}

/**
 * Makes an instance of the kernel module, with a memory of its own.
 * @param module - `kernels.wasm` or `kernels-relaxed.wasm`, compiled.
 */
export async function instantiateKernels(module: WebAssembly.Module): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, {});
  const run = instance.exports as unknown as ModuleExports;
  return { run, memory: new KernelMemory(run.memory, run.heapBase()) };
}
