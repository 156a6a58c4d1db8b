import type { Operation } from '../model';
import { bracketed, refuse } from '../model-load-error';
import { transpose } from '../plan/transpose';
import { movesOf, refuseUnlessChannelsLast } from './attributes';
import type { GraphNode, GraphNodes } from './nodes';
import type { Weight, Weights } from './weights';

type Operated = Extract<Operation, { readonly kind: 'conv' | 'depthwise' }>;

/** A Conv2D or DepthwiseConv2dNative, with the BiasAdd after it. */
export interface Convolution {
  readonly place: string;
  readonly operation: Operated;
  /** Name of the node that it reads. */
  readonly input: string;
  /** `[outC,kH,kW,inC]`, or `[1,kH,kW,C]` for depthwise. */
  readonly shape: readonly number[];
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const KINDS = new Map<string, Operated['kind']>([
  ['Conv2D', 'conv'],
  ['DepthwiseConv2dNative', 'depthwise'],
]);

/**
 * Reads the convolution that ends in a node.
 * @returns Undefined for a node that is neither a convolution nor its bias.
 */
export function convolutionAt(
  node: GraphNode,
  nodes: GraphNodes,
  weights: Weights,
): Convolution | undefined {
  if (node.op !== 'BiasAdd') return KINDS.has(node.op) ? plain(node, nodes, weights) : undefined;
  const [source, bias] = twoInputs(node);
  refuseUnlessChannelsLast(node);
  const summand = nodes.get(node.place, source);
  if (!KINDS.has(summand.op)) refuse(node.place, `adds to ${summand.place}, not to a convolution`);
  const convolution = plain(summand, nodes, weights);
  const { values, shape, place } = constantAt(node, bias, nodes, weights);
  if (values.length !== convolution.bias.length || shape.length !== 1) {
    refuse(node.place, `${place} has shape ${bracketed(shape)}, not [${convolution.bias.length}]`);
  }
  return { ...convolution, place: node.place, bias: values };
}

/**
 * Joins convolutions of one value into one, their channels one after the other.
 * @throws ModelLoadError naming the first that does not go with the others.
 */
export function joined(convolutions: readonly [Convolution, ...Convolution[]]): Convolution {
  const [first] = convolutions;
  const odd = convolutions.find((each) => geometryOf(each) !== geometryOf(first));
  if (odd) refuse(odd.place, `cannot be joined with ${first.place}: another input or filter`);
  const [, ...rest] = first.shape;
  const bias = concatenated(convolutions.map((each) => each.bias));
  const weights = concatenated(convolutions.map((each) => each.weights));
  return { ...first, shape: [bias.length, ...rest], weights, bias };
}

/** What convolutions must have in common to be joined; depthwise filters share no input channel. */
function geometryOf({ place, operation, input, shape }: Convolution): string {
  const own = operation.kind === 'depthwise' ? place : '';
  return JSON.stringify([own, operation, input, shape.slice(1)]);
}

function plain(node: GraphNode, nodes: GraphNodes, weights: Weights): Convolution {
  const { place, op } = node;
  const [input, filter] = twoInputs(node);
  const kind = KINDS.get(op) ?? refuse(place, 'is no convolution');
  const operation = { kind, activation: 'none', ...movesOf(node) } as const;
  const read = constantAt(node, filter, nodes, weights);
  if (read.shape.length !== 4) {
    refuse(place, `${read.place} has shape ${bracketed(read.shape)}, 4 sizes are wanted`);
  }
  const filters = kind === 'conv' ? outputsFirst(read) : onePerChannel(place, read);
  const count = filters.shape[kind === 'conv' ? 0 : 3] ?? 0;
  return { place, operation, input, ...filters, bias: new Float32Array(count) };
}

/** `[kH,kW,inC,outC]` → `[outC,kH,kW,inC]`. */
function outputsFirst({ shape, values }: Weight): Pick<Convolution, 'shape' | 'weights'> {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const weights = transpose(values, height * width * inputs, outputs);
  return { shape: [outputs, height, width, inputs], weights };
}

/** `[kH,kW,C,1]` → `[1,kH,kW,C]`, the same numbers in the same order. */
function onePerChannel(
  place: string,
  { shape, values }: Weight,
): Pick<Convolution, 'shape' | 'weights'> {
  const [height = 0, width = 0, channels = 0, multiplier = 0] = shape;
  if (multiplier !== 1) refuse(place, `${multiplier} filters for each channel, 1 is supported`);
  return { shape: [1, height, width, channels], weights: values };
}

function twoInputs({ place, inputs }: GraphNode): readonly [string, string] {
  const [first, second] = inputs;
  if (first !== undefined && second !== undefined && inputs.length === 2) return [first, second];
  return refuse(place, `${inputs.length} inputs, 2 wanted`);
}

function constantAt(reader: GraphNode, name: string, nodes: GraphNodes, weights: Weights): Weight {
  const node = nodes.get(reader.place, name);
  if (node.op !== 'Const') refuse(reader.place, `${node.place} must be a Const`);
  return weights.read(node.place, name);
}

function concatenated(parts: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
