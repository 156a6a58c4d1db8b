export { loadKernels } from './load-kernels';
export { sharedData } from './shared-data';
