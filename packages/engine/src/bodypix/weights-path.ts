import type { WorkerSettings } from './worker-settings';

type Weights = Pick<WorkerSettings, 'architecture' | 'outputStride' | 'multiplier' | 'quantBytes'>;

const QUANTISATIONS = { 1: 'quant1', 2: 'quant2', 4: 'float' } as const;
const MULTIPLIERS = { 0.5: '050', 0.75: '075', 1: '100' } as const;

/** Where weights lie in the publisher's own tree, and by default below `models/bodypix/`. */
export function weightsPath(weights: Weights): string {
  const { architecture, outputStride, multiplier, quantBytes } = weights;
  const quantisation = QUANTISATIONS[quantBytes];
  const file = `model-stride${outputStride}.json`;
  if (architecture === 'ResNet50') return `resnet50/${quantisation}/${file}`;
  return `mobilenet/${quantisation}/${MULTIPLIERS[multiplier]}/${file}`;
}
