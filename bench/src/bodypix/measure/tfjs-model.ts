import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import {
  enableProdMode,
  env,
  getBackend,
  ready,
  setBackend,
  tensor4d,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** The parts of `model.json` that TensorFlow.js wants apart. */
interface ModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: readonly object[] }[];
}

/** A graph model in TensorFlow.js, with an input that stays. */
export interface TfjsModel {
  /** What comes out of one node. */
  run(output: string): Float32Array;
  /** All outputs, as BodyPix itself asks for them. */
  runAll(): void;
}

/** All names lead to the one build, so that no other can be taken by mistake. */
const BINARIES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
];

/**
 * Makes the WASM backend the one that runs: SIMD, one thread. On an isolated page it would take
 * threads, so it is told that there are none.
 */
export async function startTfjs(): Promise<void> {
  enableProdMode();
  setWasmPaths(Object.fromEntries(BINARIES.map((name) => [name, simdUrl])));
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await setBackend('wasm');
  await ready();
  const hasSimd = await env().getAsync('WASM_HAS_SIMD_SUPPORT');
  if (getBackend() !== 'wasm' || !hasSimd) {
    throw new Error(`TensorFlow.js runs on ${getBackend()}${hasSimd ? '' : ' without SIMD'}.`);
  }
}

/** Loads a graph model whose files are already there. */
export async function loadTfjs(
  model: unknown,
  weights: Uint8Array,
  input: Float32Array,
  size: readonly [height: number, width: number],
): Promise<TfjsModel> {
  const { modelTopology, weightsManifest } = model as ModelJson;
  const weightSpecs = weightsManifest.flatMap((group) => group.weights) as never;
  const weightData = weights.slice().buffer;
  const load = async () => ({ modelTopology, weightSpecs, weightData });
  const loaded = await loadGraphModel({ load });
  const image = tensor4d(input, [1, ...size, 3]);
  return {
    run: (output) => take(loaded.execute(image, output)),
    runAll: () => take(loaded.predict(image)),
  };
}

/** Waits for outputs and gives them back; BodyPix reads them too. */
function take(outputs: Tensor | Tensor[] | Record<string, Tensor>): Float32Array {
  const tensors = isTensor(outputs) ? [outputs] : Object.values(outputs);
  const values = tensors.map((tensor) => tensor.dataSync<'float32'>());
  for (const tensor of tensors) tensor.dispose();
  return values[0] ?? new Float32Array(0);
}

const isTensor = (outputs: Tensor | Tensor[] | Record<string, Tensor>): outputs is Tensor =>
  'dataSync' in outputs && typeof outputs.dataSync === 'function';
