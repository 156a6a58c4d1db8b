import type { Model, Operator, Padding, Strides } from '../model';
import { bracketed, refuse } from '../model-load-error';
import { Constants } from './constants';
import {
  elementCount,
  shapeOf,
  type ConvStep,
  type Graph,
  type Shape,
  type Step,
  type Window,
} from './plan';
import { Values } from './values';

/** What stands ready while operators are turned into steps. */
interface Lowering {
  readonly values: Values;
  readonly constants: Constants;
}

/** A run longer than this is a broken file, not a model for camera frames. */
const MAX_MULTIPLY_ADDS = 4e9;

/**
 * Turns operators into steps, one to one, checking every shape; constants are folded.
 * @throws ModelLoadError naming the operator or tensor that makes no sense.
 */
export function lower(model: Model): Graph {
  const [input, output] = [model.inputs[0], model.outputs[0]];
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    refuse(
      'model',
      `${model.inputs.length} inputs and ${model.outputs.length} outputs, not 1 and 1`,
    );
  }
  const constants = new Constants(model);
  const lowering = { constants, values: new Values(model, constants) };
  const inputValue = lowering.values.define('model input', input);
  const steps = model.operators.flatMap((operator) => lowerOperator(operator, lowering));
  const outputValue = lowering.values.read('model output', output);
  const graph = { shapes: lowering.values.shapes, input: inputValue, output: outputValue, steps };
  if (outputValue === inputValue) refuse('model output', 'is the input');
  if (multiplyAdds(graph) > MAX_MULTIPLY_ADDS) refuse('model', 'needs too much arithmetic');
  return graph;
}

function multiplyAdds(graph: Graph): number {
  return graph.steps.reduce((sum, step) => {
    const perValue = 'weights' in step ? step.weights.length / step.bias.length : 1;
    return sum + elementCount(shapeOf(graph, step.output)) * perValue;
  }, 0);
}

function lowerOperator(operator: Operator, lowering: Lowering): readonly Step[] {
  const { place, operation } = operator;
  const [first, second] = operator.inputs;
  const [output] = operator.outputs;
  if (operator.outputs.length !== 1) refuse(place, `${operator.outputs.length} outputs, not 1`);
  if (operation.kind !== 'dequantize') return [lowerToStep(operator, lowering)];
  if (first === undefined || output === undefined || second !== undefined) {
    refuse(place, 'must have one input');
  }
  lowering.constants.alias(place, output, first);
  return [];
}

function lowerToStep(operator: Operator, { values, constants }: Lowering): Step {
  const { place, operation, inputs, outputs } = operator;
  const input = values.read(place, inputs[0]);
  const shape = values.shape(input);
  const define = (computed: Shape): { place: string; input: number; output: number } => ({
    place,
    input,
    output: values.define(place, outputs[0], computed),
  });
  switch (operation.kind) {
    case 'conv':
    case 'depthwise':
    case 'transposed': {
      const filter = readFilter(operator, shape, constants);
      return filtered(operator, filter, shape, define);
    }
    case 'average-pool': {
      refuseUnlessGlobal(place, operation, shape);
      if (operation.activation !== 'none') refuse(place, 'a fused activation is not supported');
      return { kind: 'mean', addend: undefined, ...define([1, 1, 1, shape[3]]) };
    }
    case 'mean': {
      const axes = constants.integers(place, inputs[1] ?? -1);
      if ([...axes].sort().join() !== '1,2')
        refuse(place, `axes ${bracketed(axes)}, [1,2] is supported`);
      return { kind: 'mean', addend: undefined, ...define([1, 1, 1, shape[3]]) };
    }
    case 'resize': {
      const [height = 0, width = 0] = constants.integers(place, inputs[1] ?? -1);
      const { kind, alignCorners, halfPixelCenters } = operation;
      return { kind, alignCorners, halfPixelCenters, ...define([1, height, width, shape[3]]) };
    }
    case 'add':
    case 'mul':
      return binary(operator, operation, values, define);
    case 'activate':
      return { kind: 'activate', activation: operation.activation, ...define(shape) };
    default:
      return refuse(place, 'makes no step');
  }
}

interface Filter {
  /** In the file's order: `[outC,kH,kW,inC]`, or `[1,kH,kW,C]` for depthwise. */
  readonly shape: Shape;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

type Define = (computed: Shape) => { place: string; input: number; output: number };

function readFilter({ place, operation, inputs }: Operator, input: Shape, from: Constants): Filter {
  const [, weights = -1, bias = -1] = inputs;
  if (inputs.length !== 3) refuse(place, `${inputs.length} inputs, 3 with weights and bias wanted`);
  const [a, b, c, d, ...rest] = from.shape(place, weights);
  const shape: Shape = [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
  const outputs = operation.kind === 'depthwise' ? shape[3] : shape[0];
  const sane = shape.every((size) => size >= 1 && size <= 4096) && rest.length === 0;
  if (!sane || shape[3] !== input[3] || (operation.kind === 'depthwise' && shape[0] !== 1)) {
    refuse(
      place,
      `weights of shape ${bracketed(from.shape(place, weights))} on an input ${bracketed(input)}`,
    );
  }
  return {
    shape,
    weights: from.floats(place, weights, elementCount(shape)),
    bias: from.floats(place, bias, outputs),
  };
}

function filtered(operator: Operator, filter: Filter, input: Shape, define: Define): Step {
  const { place, operation } = operator;
  const { weights, bias } = filter;
  const [outputs, kernelHeight, kernelWidth] = filter.shape;
  if (operation.kind === 'transposed') {
    if (operation.strideY !== kernelHeight || operation.strideX !== kernelWidth) {
      refuse(place, `filter ${kernelWidth}×${kernelHeight} must be as large as its stride`);
    }
    const computed: Shape = [1, input[1] * kernelHeight, input[2] * kernelWidth, outputs];
    const size = { kernelHeight, kernelWidth, activation: 'none' } as const;
    return { kind: 'transposed', weights, bias, ...size, ...define(computed) };
  }
  if (operation.kind !== 'conv' && operation.kind !== 'depthwise') refuse(place, 'has no filter');
  const { kind, activation } = operation;
  const window = placeWindow(place, operation, input, [kernelHeight, kernelWidth]);
  const channels = kind === 'depthwise' ? input[3] : outputs;
  const none = { scale: undefined, residual: undefined };
  const step: Omit<ConvStep, 'place' | 'input' | 'output'> = {
    kind,
    window,
    weights,
    bias,
    activation,
    ...none,
  };
  const height = outputSize(operation.padding, input[1], kernelHeight, operation.strideY);
  const width = outputSize(operation.padding, input[2], kernelWidth, operation.strideX);
  return { ...step, ...define([1, height, width, channels]) };
}

function outputSize(padding: Padding, input: number, kernel: number, stride: number): number {
  return Math.ceil((padding === 'same' ? input : input - kernel + 1) / stride);
}

/** The padding before the input; what is odd goes after it, as in TensorFlow. */
function padBefore(padding: Padding, input: number, kernel: number, stride: number): number {
  const output = outputSize(padding, input, kernel, stride);
  const total = padding === 'same' ? Math.max((output - 1) * stride + kernel - input, 0) : 0;
  return total >> 1;
}

function placeWindow(
  place: string,
  { padding, strideY, strideX }: Strides,
  input: Shape,
  [kernelHeight, kernelWidth]: readonly [number, number],
): Window {
  if (padding === 'valid' && (kernelHeight > input[1] || kernelWidth > input[2])) {
    refuse(place, `filter ${kernelWidth}×${kernelHeight} does not fit into ${bracketed(input)}`);
  }
  const padTop = padBefore(padding, input[1], kernelHeight, strideY);
  const padLeft = padBefore(padding, input[2], kernelWidth, strideX);
  return { kernelHeight, kernelWidth, strideY, strideX, padTop, padLeft };
}

function refuseUnlessGlobal(
  place: string,
  { filterHeight, filterWidth }: { filterHeight: number; filterWidth: number },
  input: Shape,
): void {
  if (filterHeight !== input[1] || filterWidth !== input[2]) {
    refuse(
      place,
      `filter ${filterWidth}×${filterHeight} must cover the whole input ${bracketed(input)}`,
    );
  }
}

function binary(
  { place, inputs }: Operator,
  operation: { kind: 'add' | 'mul'; activation: ConvStep['activation'] },
  values: Values,
  define: Define,
): Step {
  const other = values.read(place, inputs[1]);
  const [a, b] = [values.shape(values.read(place, inputs[0])), values.shape(other)];
  const same = a.join() === b.join();
  const perChannel = operation.kind === 'mul' && b.join() === `1,1,1,${a[3]}`;
  if (!same && !perChannel)
    refuse(place, `shapes ${bracketed(a)} and ${bracketed(b)} do not go together`);
  const { activation } = operation;
  return operation.kind === 'add'
    ? { kind: 'add', other, activation, ...define(a) }
    : { kind: 'multiply', factor: other, addend: undefined, activation, ...define(a) };
}
