import { checkedDilations, checkedStrides } from '../checked-moves';
import type { Activation, Dilations, Operation, Padding, Strides } from '../model';
import { refuse } from '../model-load-error';
import { CheckedBytes, type Table } from './flatbuffer';

/** How one operator's options are read; `place` is for messages. */
interface Decoder {
  readonly name: string;
  readonly decode: (options: Options) => Operation;
}

/** The options of one operator: a table for builtin operators, raw bytes for custom ones. */
export interface Options {
  readonly place: string;
  readonly table: Table | undefined;
  readonly custom: Uint8Array | undefined;
}

// Field numbers and codes: tensorflow/compiler/mlir/lite/schema/schema.fbs.
const ACTIVATIONS = new Map<number, Activation>([
  [0, 'none'],
  [1, 'relu'],
  [3, 'relu6'],
]);

function activation({ place, table }: Options, field: number): Activation {
  const code = table?.uint8(field, 0) ?? 0;
  return ACTIVATIONS.get(code) ?? refuse(place, `fused activation ${code} is not supported`);
}

function padding(place: string, code: number): Padding {
  if (code !== 0 && code !== 1) refuse(place, `padding ${code} does not exist`);
  return code === 1 ? 'valid' : 'same';
}

function strides({ place, table }: Options): Strides {
  return checkedStrides(place, {
    padding: padding(place, table?.uint8(0, 0) ?? 0),
    strideX: table?.int32(1, 0) ?? 0,
    strideY: table?.int32(2, 0) ?? 0,
  });
}

function dilations({ place, table }: Options, field: number): Dilations {
  const [dilationX, dilationY] = [table?.int32(field, 1) ?? 1, table?.int32(field + 1, 1) ?? 1];
  return checkedDilations(place, { dilationX, dilationY });
}

function conv(options: Options): Operation {
  const moves = { ...strides(options), ...dilations(options, 4) };
  return { kind: 'conv', ...moves, activation: activation(options, 3) };
}

function depthwise(options: Options): Operation {
  const moves = { ...strides(options), ...dilations(options, 5) };
  return { kind: 'depthwise', ...moves, activation: activation(options, 4) };
}

function averagePool(options: Options): Operation {
  return {
    kind: 'average-pool',
    ...strides(options),
    filterWidth: options.table?.int32(3, 0) ?? 0,
    filterHeight: options.table?.int32(4, 0) ?? 0,
    activation: activation(options, 5),
  };
}

function resize({ table }: Options): Operation {
  return {
    kind: 'resize',
    alignCorners: table?.uint8(2, 0) === 1,
    halfPixelCenters: table?.uint8(3, 0) === 1,
  };
}

/** MediaPipe's own operator; its options are a C struct, TfLiteTransposeConvParams. */
function transposed({ place, custom }: Options): Operation {
  if (!custom || custom.length < 12) refuse(place, 'its options must have at least 12 bytes');
  const words = new CheckedBytes(custom);
  const taken = { strideX: words.int32(4), strideY: words.int32(8) };
  // Here 1 is "same" and 2 is "valid".
  const checked = checkedStrides(place, { padding: padding(place, words.int32(0) - 1), ...taken });
  return { kind: 'transposed', ...checked };
}

const activate = (name: Activation) => (): Operation => ({ kind: 'activate', activation: name });

const BUILTIN = new Map<number, Decoder>([
  [0, { name: 'ADD', decode: (o) => ({ kind: 'add', activation: activation(o, 0) }) }],
  [1, { name: 'AVERAGE_POOL_2D', decode: averagePool }],
  [3, { name: 'CONV_2D', decode: conv }],
  [4, { name: 'DEPTHWISE_CONV_2D', decode: depthwise }],
  [6, { name: 'DEQUANTIZE', decode: () => ({ kind: 'dequantize' }) }],
  [14, { name: 'LOGISTIC', decode: activate('logistic') }],
  [18, { name: 'MUL', decode: (o) => ({ kind: 'mul', activation: activation(o, 0) }) }],
  [19, { name: 'RELU', decode: activate('relu') }],
  [21, { name: 'RELU6', decode: activate('relu6') }],
  [23, { name: 'RESIZE_BILINEAR', decode: resize }],
  [40, { name: 'MEAN', decode: () => ({ kind: 'mean' }) }],
  [117, { name: 'HARD_SWISH', decode: activate('hard-swish') }],
]);

const CUSTOM_CODE = 32;
const CUSTOM = new Map<string, Decoder>([
  ['Convolution2DTransposeBias', { name: 'Convolution2DTransposeBias', decode: transposed }],
]);

/**
 * Finds how an operator is read.
 * @param code - The `builtin_code` of the schema.
 * @param customCode - The name of a custom operator.
 * @returns Undefined for an operator that this runtime does not know.
 */
export function decoderOf(code: number, customCode: string): Decoder | undefined {
  return code === CUSTOM_CODE ? CUSTOM.get(customCode) : BUILTIN.get(code);
}
