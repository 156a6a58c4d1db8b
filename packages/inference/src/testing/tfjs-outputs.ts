import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import {
  enableProdMode,
  ready,
  setBackend,
  tensor4d,
  tidy,
  type NamedTensorMap,
} from '@tensorflow/tfjs-core';
import type { Shape } from '../plan/plan';

/** The files of a graph model. */
export interface GraphFiles {
  readonly model: unknown;
  /** The shards, one after the other. */
  readonly weights: Uint8Array;
}

/** The parts of `model.json` that TensorFlow.js wants apart. */
interface ModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: readonly object[] }[];
}

/** What TensorFlow.js' CPU backend, the slow and obvious one, gives for an input. */
export async function tfjsOutputs(
  { model, weights }: GraphFiles,
  shape: Shape,
  input: Float32Array,
  outputs: readonly string[],
): Promise<readonly Float32Array[]> {
  // Without advice to install another backend.
  enableProdMode();
  await setBackend('cpu');
  await ready();
  const { modelTopology, weightsManifest } = model as ModelJson;
  const weightSpecs = weightsManifest.flatMap((group) => group.weights) as never;
  const weightData = weights.slice().buffer;
  const load = async () => ({ modelTopology, weightSpecs, weightData });
  const loaded = await loadGraphModel({ load });
  const given = tidy(() => {
    const tensors = loaded.execute(tensor4d(input, [...shape]), [...outputs]);
    return [tensors].flat().map((tensor) => Float32Array.from(dataOf(tensor)));
  });
  loaded.dispose();
  return given;
}

const dataOf = (tensor: NamedTensorMap[string]): ArrayLike<number> => tensor.dataSync();
