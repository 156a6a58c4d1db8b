export { loadKernels } from './load-kernels';
export { packWorkspace, runNpmQuietly } from './pack-workspace';
export { sharedData } from './shared-data';
