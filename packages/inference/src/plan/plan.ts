import type { Activation, Dilations } from '../model';

/** `[N,H,W,C]`; N is always 1. */
export type Shape = readonly [batch: number, height: number, width: number, channels: number];

/** Index of a value (a tensor that flows between steps) in the plan's lists. */
export type ValueId = number;

/** A filter and how it moves. Rows above and columns left of the input count as zeros. */
export interface Window extends Dilations {
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideY: number;
  readonly strideX: number;
  readonly padTop: number;
  readonly padLeft: number;
}

/** What every step has. */
interface StepBase {
  /** Which operator it came from, for messages: `operator 12 (CONV_2D)`. */
  readonly place: string;
  readonly input: ValueId;
  readonly output: ValueId;
}

/**
 * `output = activation(conv(input × scale) + bias) + residual`.
 * `conv`: weights `[outC,kH,kW,inC]`. `depthwise`: weights `[kH,kW,C]`, no scale.
 */
export interface ConvStep extends StepBase {
  readonly kind: 'conv' | 'depthwise';
  readonly window: Window;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly activation: Activation;
  /** A value `[1,1,1,inC]` that multiplies the input's channels (squeeze and excite). */
  readonly scale: ValueId | undefined;
  /** A value of the output's shape, added after the activation. */
  readonly residual: ValueId | undefined;
}

/**
 * `output[y·kH+i, x·kW+j] = activation(input[y,x] · weights[:,i,j] + bias)`: a transposed
 * convolution whose stride is its filter, so that nothing overlaps. Weights `[outC,kH,kW,inC]`.
 */
export interface TransposedStep extends StepBase {
  readonly kind: 'transposed';
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly activation: Activation;
}

/** `output = mean over the pixels of (input + addend)`: `[1,H,W,C]` → `[1,1,1,C]`. */
export interface MeanStep extends StepBase {
  readonly kind: 'mean';
  readonly addend: ValueId | undefined;
}

/** Bilinear resize, with the pixel positions of TensorFlow Lite. */
export interface ResizeStep extends StepBase {
  readonly kind: 'resize';
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/** `output = activation(input + other)`, all of one shape. */
export interface AddStep extends StepBase {
  readonly kind: 'add';
  readonly other: ValueId;
  readonly activation: Activation;
}

/** `output = activation(input × factor + addend)`; the factor is of the input's shape or `[1,1,1,C]`. */
export interface MultiplyStep extends StepBase {
  readonly kind: 'multiply';
  readonly factor: ValueId;
  readonly addend: ValueId | undefined;
  readonly activation: Activation;
}

/** `output = activation(input)`. */
export interface ActivateStep extends StepBase {
  readonly kind: 'activate';
  readonly activation: Activation;
}

/** One kernel call. */
export type Step =
  ConvStep | TransposedStep | MeanStep | ResizeStep | AddStep | MultiplyStep | ActivateStep;

/** The steps and the values between them, before memory is given out. */
export interface Graph {
  readonly shapes: readonly Shape[];
  readonly input: ValueId;
  readonly output: ValueId;
  readonly steps: readonly Step[];
}

/** A model as a list of kernel calls over one block of memory. Every backend runs the same plan. */
export interface Plan extends Graph {
  /** Where each value begins in the block, in bytes; a multiple of 64. */
  readonly offsetsBytes: readonly number[];
  /** Size of the block. Values that do not live at the same time share bytes. */
  readonly arenaBytes: number;
}

/** How many numbers a value of this shape has. */
export function elementCount(shape: Shape): number {
  return shape[0] * shape[1] * shape[2] * shape[3];
}

/** The shape of one of the plan's values. */
export function shapeOf(graph: Graph, value: ValueId): Shape {
  const shape = graph.shapes[value];
  if (!shape) throw new RangeError(`Value ${value} does not exist.`);
  return shape;
}

/** Every value that a step reads. */
export function readsOf(step: Step): readonly ValueId[] {
  return [step.input, ...sideInputs(step)].filter((value) => value !== undefined);
}

function sideInputs(step: Step): readonly (ValueId | undefined)[] {
  switch (step.kind) {
    case 'conv':
    case 'depthwise':
      return [step.scale, step.residual];
    case 'mean':
      return [step.addend];
    case 'add':
      return [step.other];
    case 'multiply':
      return [step.factor, step.addend];
    default:
      return [];
  }
}
