import type { GraphFiles } from './tfjs-outputs';

/** A node of a made-up `model.json`. */
interface NodeJson {
  name: string;
  op: string;
  input?: unknown;
  attr?: Record<string, unknown>;
}

/** A weight of a made-up manifest. */
interface WeightJson {
  name: string;
  shape: unknown;
  dtype: string;
  quantization?: Record<string, unknown>;
}

/** A made-up `model.json`. */
export interface GraphJson {
  modelTopology: { node: NodeJson[]; versions: { producer: number } };
  weightsManifest: { paths: string[]; weights: WeightJson[] }[];
}

const list = (i: readonly number[]): unknown => ({ list: { i: i.map(String) } });
const text = (s: string): unknown => ({ s: btoa(s) });

function convolution(name: string, op: string, input: string, stride = 1, spread = 1): NodeJson {
  const attr = {
    strides: list([1, stride, stride, 1]),
    dilations: list([1, spread, spread, 1]),
    padding: text('SAME'),
    data_format: text('NHWC'),
  };
  return { name, op, input: [input, `${name}/weights`], attr };
}

const bias = (name: string, input: string): NodeJson => ({
  ...{ name, op: 'BiasAdd', input: [input, `${name}/bias`] },
  attr: { data_format: text('NHWC') },
});

const constant = (name: string): NodeJson => ({ name, op: 'Const' });

/** `[H,W,3]` → two heads of 1 and 3 channels at half the size, with every encoding of weights. */
export function smallGraph(): GraphJson {
  const dim = [1, -1, -1, 3].map((size) => ({ size: String(size) }));
  const spread = { min: -0.5, scale: 1 / 256 };
  const weights: WeightJson[] = [
    { name: 'stem/weights', shape: [3, 3, 3, 8], dtype: 'float32' },
    {
      name: 'deep/weights',
      shape: [3, 3, 8, 1],
      dtype: 'float32',
      quantization: { ...spread, dtype: 'uint8' },
    },
    {
      name: 'deep-bias/bias',
      shape: [8],
      dtype: 'float32',
      quantization: { dtype: 'float16' },
    },
    {
      name: 'one/weights',
      shape: [1, 1, 8, 1],
      dtype: 'float32',
      quantization: { ...spread, dtype: 'uint16' },
    },
    { name: 'one-bias/bias', shape: [1], dtype: 'float32' },
    { name: 'three/weights', shape: [1, 1, 8, 3], dtype: 'float32' },
    { name: 'unused', shape: [], dtype: 'int32' },
  ];
  const node: NodeJson[] = [
    { name: 'image', op: 'Placeholder', attr: { shape: { shape: { dim } } } },
    ...weights.map(({ name }) => constant(name)),
    convolution('stem', 'Conv2D', 'image', 2),
    { name: 'stem-relu', op: 'Relu6', input: ['stem:0'], attr: {} },
    convolution('deep', 'DepthwiseConv2dNative', 'stem-relu', 1, 2),
    bias('deep-bias', 'deep'),
    { name: 'deep-relu', op: 'Relu', input: ['deep-bias'] },
    { name: 'sum', op: 'AddV2', input: ['deep-relu', 'stem-relu'] },
    convolution('one', 'Conv2D', 'sum'),
    bias('one-bias', 'one'),
    convolution('three', 'Conv2D', 'sum'),
    { name: 'half', op: 'Minimum', input: ['one-bias', 'unused'] },
  ];
  return {
    modelTopology: { node, versions: { producer: 38 } },
    weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights }],
  };
}

const BYTES: Readonly<Record<string, number>> = { uint8: 1, uint16: 2, float16: 2 };

/** Fits to a made-up graph: small numbers in every encoding. */
export function smallWeights({ weightsManifest }: GraphJson): Uint8Array {
  const parts = weightsManifest.flatMap((group) =>
    group.weights.map(({ shape, quantization }, index) => {
      const count = (shape as number[]).reduce((product, size) => product * size, 1);
      return bytesFor(count, String(quantization?.dtype), index);
    }),
  );
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function bytesFor(count: number, type: string, seed: number): Uint8Array {
  const size = BYTES[type];
  const numbers = Array.from({ length: count }, (_, at) => Math.sin(seed + at) / 4);
  if (size === undefined) return new Uint8Array(Float32Array.from(numbers).buffer);
  // Any byte is a number in these; 0x30 is the upper half of a small float16.
  return Uint8Array.from({ length: size * count }, (_, at) => (at % size === 1 ? 0x30 : at * 37));
}

/** The small graph with its weights. */
export function smallFiles(): GraphFiles & { readonly model: GraphJson } {
  const model = smallGraph();
  return { model, weights: smallWeights(model) };
}
