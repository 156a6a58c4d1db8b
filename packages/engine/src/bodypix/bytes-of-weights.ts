/** One weight, as a manifest describes it. */
interface Weight {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

/** What of a `model.json` says how large its shards are. */
interface Manifest {
  readonly weightsManifest: readonly { readonly weights: readonly Weight[] }[];
}

const BYTES = new Map([
  ['float32', 4],
  ['int32', 4],
  ['float16', 2],
  ['uint16', 2],
  ['uint8', 1],
  ['bool', 1],
]);

/**
 * How many bytes the shards of a graph model have together.
 * @throws TypeError where the model does not say it.
 */
export function bytesOfWeights(model: object): number {
  const { weightsManifest } = model as Manifest;
  const weights = weightsManifest.flatMap((group) => group.weights);
  return weights.reduce((sum, weight) => sum + bytesOf(weight), 0);
}

function bytesOf({ shape, dtype, quantization }: Weight): number {
  const kind = quantization?.dtype ?? dtype;
  const bytes = BYTES.get(kind);
  if (bytes === undefined) throw new TypeError(`a weight is of the unknown kind ${kind}`);
  if (!shape.every((edge) => Number.isSafeInteger(edge) && edge >= 0)) {
    throw new TypeError(`a weight has the impossible shape [${shape.join()}]`);
  }
  return shape.reduce((count, edge) => count * edge, bytes);
}
