import * as tf from '@tensorflow/tfjs-core';
import type { FetchedModel } from './fetch-weights';

/** The library loads from addresses alone; this one leads to what has been fetched and checked. */
const ADDRESS = 'cyclorama-bodypix:weights';

/** Has TensorFlow.js find these weights. Gives the address where. */
export async function serveWeights({ model, weights }: FetchedModel): Promise<string> {
  const artifacts = await tf.io.getModelArtifactsForJSON(
    model as tf.io.ModelJSON,
    async (manifest) => [tf.io.getWeightSpecs(manifest), weights.buffer],
  );
  const handler = { load: async () => artifacts };
  // By its documentation a router gives null where an address is not its own.
  const router = (url: string | string[]) => (url === ADDRESS ? handler : null);
  tf.io.registerLoadRouter(router as () => tf.io.IOHandler);
  return ADDRESS;
}
