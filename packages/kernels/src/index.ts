export { SLACK_BYTES, type ImageKernels } from './image-kernels';
export { KernelMemory } from './kernel-memory';
export { instantiateKernels, type KernelExports, type Kernels } from './kernels';
export type { NetworkKernels } from './network-kernels';
export { supportsRelaxedSimd } from './relaxed-simd';
