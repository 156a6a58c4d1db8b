import { instantiateKernels, supportsRelaxedSimd, type Kernels } from '@cyclorama/kernels';
import type { Read } from './read';

/** With fused multiply-adds where the processor has them, or without. */
export type KernelBuild = 'relaxed' | 'plain';

const FILES: Record<KernelBuild, string> = {
  relaxed: 'kernels-relaxed.wasm',
  plain: 'kernels.wasm',
};

/** The builds that run here; first the one that the engine would take. */
export const availableBuilds = (): readonly KernelBuild[] =>
  supportsRelaxedSimd() ? ['relaxed', 'plain'] : ['plain'];

/** A fresh instance, with a memory of its own. */
export async function loadBuild(build: KernelBuild, read: Read): Promise<Kernels> {
  return instantiateKernels(await WebAssembly.compile(await read(FILES[build])));
}
