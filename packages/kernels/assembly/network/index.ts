export { convolve, scaleWeights } from './convolution';
export { convolveDepthwise } from './depthwise';
export { add, multiply } from './elementwise';
export { mean } from './mean';
export { resizeBilinear } from './resize';
export { convolveSparse } from './sparse';
export { convolveTransposed } from './transposed';
