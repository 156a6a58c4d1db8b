import { parseModel } from '../tflite/parse-model';
import { fuse } from './fuse';
import { lower } from './lower';
import { placeValues } from './memory';
import type { Plan } from './plan';

/**
 * Makes a plan from a model file: weights widened and folded, operators fused, memory given out.
 * @param bytes - The whole `.tflite` file; not kept.
 * @throws ModelLoadError naming the place when the file is not a model that can be run.
 */
export function loadPlan(bytes: Uint8Array): Plan {
  return placeValues(fuse(lower(parseModel(bytes))));
}
