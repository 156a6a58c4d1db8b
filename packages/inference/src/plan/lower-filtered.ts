import type { Dilations, Operation, Operator, Padding } from '../model';
import { bracketed, refuse } from '../model-load-error';
import type { Constants } from './constants';
import { elementCount, type Shape, type Step, type Window } from './plan';

/** Defines a step's output, whose shape in the file must be the computed one. */
export type Define = (computed: Shape) => {
  readonly place: string;
  readonly input: number;
  readonly output: number;
};

type Conv = Extract<Operation, { readonly kind: 'conv' | 'depthwise' }>;
type Transposed = Extract<Operation, { readonly kind: 'transposed' }>;

interface Filter {
  /** In the file's order: `[outC,kH,kW,inC]`, or `[1,kH,kW,C]` for depthwise. */
  readonly shape: Shape;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const MAX_FILTER_SIZE = 4096;

/** Turns an operator with weights and bias into its step. */
export function lowerFiltered(
  operator: Operator,
  operation: Conv | Transposed,
  input: Shape,
  constants: Constants,
  define: Define,
): Step {
  const filter = readFilter(operator, input, constants);
  return operation.kind === 'transposed'
    ? lowerTransposed(operator.place, operation, filter, input, define)
    : lowerConv(operator.place, operation, filter, input, define);
}

function readFilter({ place, operation, inputs }: Operator, input: Shape, from: Constants): Filter {
  const [, weights = -1, bias = -1] = inputs;
  if (inputs.length !== 3) refuse(place, `${inputs.length} inputs, 3 with weights and bias wanted`);
  const isDepthwise = operation.kind === 'depthwise';
  const shape = filterShape(from.shape(place, weights));
  if (!shape || shape[3] !== input[3] || (isDepthwise && shape[0] !== 1)) {
    const found = bracketed(from.shape(place, weights));
    refuse(place, `weights of shape ${found} on an input ${bracketed(input)}`);
  }
  return {
    shape,
    weights: from.floats(place, weights, elementCount(shape)),
    bias: from.floats(place, bias, isDepthwise ? shape[3] : shape[0]),
  };
}

function filterShape(sizes: readonly number[]): Shape | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = sizes;
  const isSane = sizes.every((size) => size >= 1 && size <= MAX_FILTER_SIZE);
  return isSane && sizes.length === 4 ? [a, b, c, d] : undefined;
}

function lowerTransposed(
  place: string,
  { strideY, strideX }: Transposed,
  { shape, weights, bias }: Filter,
  input: Shape,
  define: Define,
): Step {
  const [outputs, kernelHeight, kernelWidth] = shape;
  if (strideY !== kernelHeight || strideX !== kernelWidth) {
    refuse(place, `filter ${kernelWidth}×${kernelHeight} must be as large as its stride`);
  }
  const computed: Shape = [1, input[1] * kernelHeight, input[2] * kernelWidth, outputs];
  const size = { kernelHeight, kernelWidth, activation: 'none' } as const;
  return { kind: 'transposed', weights, bias, ...size, ...define(computed) };
}

function lowerConv(
  place: string,
  operation: Conv,
  { shape, weights, bias }: Filter,
  input: Shape,
  define: Define,
): Step {
  const { kind, activation, padding, strideY, strideX } = operation;
  const dilations = dilationsOf(place, operation, shape);
  const reachY = reachOf(shape[1], dilations.dilationY);
  const reachX = reachOf(shape[2], dilations.dilationX);
  if (padding === 'valid' && (reachY > input[1] || reachX > input[2])) {
    refuse(place, `filter ${reachX}×${reachY} does not fit into ${bracketed(input)}`);
  }
  const window: Window = {
    kernelHeight: shape[1],
    kernelWidth: shape[2],
    strideY,
    strideX,
    ...dilations,
    padTop: padBefore(padding, input[1], reachY, strideY),
    padLeft: padBefore(padding, input[2], reachX, strideX),
  };
  const height = outputSize(padding, input[1], reachY, strideY);
  const width = outputSize(padding, input[2], reachX, strideX);
  const ends = define([1, height, width, bias.length]);
  return {
    kind,
    window,
    weights,
    bias,
    activation,
    scale: undefined,
    residual: undefined,
    ...ends,
  };
}

/** A filter of one value is the same however far it is spread out. */
function dilationsOf(place: string, { kind, ...given }: Conv, [, height, width]: Shape): Dilations {
  const dilationY = height === 1 ? 1 : given.dilationY;
  const dilationX = width === 1 ? 1 : given.dilationX;
  if (kind === 'conv' && dilationY * dilationX > 1) {
    refuse(place, `dilation ${dilationX}×${dilationY} is supported for depthwise filters only`);
  }
  return { dilationY, dilationX };
}

/** Rows (or columns) from the first to the last that a filter sees, both included. */
function reachOf(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

function outputSize(padding: Padding, input: number, reach: number, stride: number): number {
  return Math.ceil((padding === 'same' ? input : input - reach + 1) / stride);
}

/** The padding before the input; what is odd goes after it, as in TensorFlow. */
function padBefore(padding: Padding, input: number, reach: number, stride: number): number {
  const output = outputSize(padding, input, reach, stride);
  const total = padding === 'same' ? Math.max((output - 1) * stride + reach - input, 0) : 0;
  return total >> 1;
}
