import type { Model, Operation, Operator } from '../model';
import { bracketed, refuse } from '../model-load-error';
import { Constants } from './constants';
import { lowerFiltered, type Define } from './lower-filtered';
import { elementCount, readsOf, shapeOf, type Graph, type Shape, type Step } from './plan';
import { Values } from './values';

/** What stands ready while operators are turned into steps. */
interface Lowering {
  readonly values: Values;
  readonly constants: Constants;
}

type Binary = Extract<Operation, { readonly kind: 'add' | 'mul' }>;
type AveragePool = Extract<Operation, { readonly kind: 'average-pool' }>;

/** What is beyond these is a broken file, not a model for camera frames. */
export interface Limits {
  /** Of one run. */
  readonly multiplyAdds: number;
  /** Of one value. */
  readonly elements: number;
}

/** For files that bring their input's size with them. */
const FIXED_INPUT: Limits = { multiplyAdds: 4e9, elements: 1 << 24 };

/**
 * Turns operators into steps, one to one, checking every shape; constants are folded.
 * @throws ModelLoadError naming the operator or tensor that makes no sense.
 */
export function lower(model: Model, limits = FIXED_INPUT): Graph {
  const { inputs, outputs } = model;
  if (inputs.length !== 1 || outputs.length !== 1) {
    refuse('model', `${inputs.length} inputs and ${outputs.length} outputs, not 1 and 1`);
  }
  const constants = new Constants(model);
  const values = new Values(model, constants, limits.elements);
  const input = values.define('model input', inputs[0]);
  const steps = model.operators.flatMap((each) => lowerOperator(each, { constants, values }));
  const output = values.read('model output', outputs[0]);
  if (output === input) refuse('model output', 'is the input');
  const graph = { shapes: values.shapes, input, output, steps };
  const needed = multiplyAdds(graph);
  if (needed > limits.multiplyAdds) {
    refuse('model', `needs ${needed} multiply-adds a run, ${limits.multiplyAdds} are the most`);
  }
  return graph;
}

/** An upper bound of what one run does. */
function multiplyAdds(graph: Graph): number {
  return graph.steps.reduce((sum, step) => {
    const perValue = 'weights' in step ? step.weights.length / step.bias.length : 1;
    const touched = [step.output, ...readsOf(step)].map((id) => elementCount(shapeOf(graph, id)));
    return sum + Math.max(...touched.slice(1), (touched[0] ?? 0) * perValue);
  }, 0);
}

/** A DEQUANTIZE of weights makes no step: it is folded. */
function lowerOperator(operator: Operator, lowering: Lowering): readonly Step[] {
  const { place, inputs, outputs } = operator;
  if (outputs.length !== 1) refuse(place, `${outputs.length} outputs, not 1`);
  if (operator.operation.kind !== 'dequantize') return [lowerToStep(operator, lowering)];
  if (inputs.length !== 1) refuse(place, `${inputs.length} inputs, not 1`);
  lowering.constants.alias(place, outputs[0] ?? -1, inputs[0] ?? -1);
  return [];
}

function lowerToStep(operator: Operator, { values, constants }: Lowering): Step {
  const { place, operation, inputs, outputs } = operator;
  const input = values.read(place, inputs[0]);
  const shape = values.shape(input);
  const define: Define = (computed) => {
    return { place, input, output: values.define(place, outputs[0], computed) };
  };
  switch (operation.kind) {
    case 'conv':
    case 'depthwise':
    case 'transposed':
      return lowerFiltered(operator, operation, shape, constants, define);
    case 'average-pool':
      refuseUnlessGlobal(place, operation, shape);
      return { kind: 'mean', addend: undefined, ...define([1, 1, 1, shape[3]]) };
    case 'mean':
      refuseUnlessOverPixels(place, constants.integers(place, inputs[1] ?? -1));
      return { kind: 'mean', addend: undefined, ...define([1, 1, 1, shape[3]]) };
    case 'resize': {
      const [height = 0, width = 0] = constants.integers(place, inputs[1] ?? -1);
      const { kind, alignCorners, halfPixelCenters } = operation;
      return { kind, alignCorners, halfPixelCenters, ...define([1, height, width, shape[3]]) };
    }
    case 'add':
    case 'mul':
      return lowerBinary(operator, operation, values, define);
    case 'activate':
      return { kind: 'activate', activation: operation.activation, ...define(shape) };
    case 'dequantize':
      return refuse(place, 'makes no step');
  }
}

function refuseUnlessGlobal(place: string, pool: AveragePool, input: Shape): void {
  const { filterHeight, filterWidth, activation } = pool;
  if (filterHeight !== input[1] || filterWidth !== input[2] || pool.padding !== 'valid') {
    const filter = `filter ${filterWidth}×${filterHeight} (${pool.padding})`;
    refuse(place, `${filter} must cover the whole input ${bracketed(input)}`);
  }
  if (activation !== 'none') refuse(place, `fused activation ${activation} is not supported`);
}

function refuseUnlessOverPixels(place: string, axes: readonly number[]): void {
  const isOverPixels = [...axes].sort((a, b) => a - b).join() === '1,2';
  if (!isOverPixels) refuse(place, `axes ${bracketed(axes)}, only [1,2] are supported`);
}

function lowerBinary(
  { place, inputs }: Operator,
  { kind, activation }: Binary,
  values: Values,
  define: Define,
): Step {
  const other = values.read(place, inputs[1]);
  const [a, b] = [values.shape(values.read(place, inputs[0])), values.shape(other)];
  const isPerChannel = kind === 'mul' && b.join() === `1,1,1,${a[3]}`;
  if (a.join() !== b.join() && !isPerChannel) {
    refuse(place, `shapes ${bracketed(a)} and ${bracketed(b)} do not go together`);
  }
  if (kind === 'add') return { kind, other, activation, ...define(a) };
  return { kind: 'multiply', factor: other, addend: undefined, activation, ...define(a) };
}
