import type { NetworkKernels } from '@cyclorama/kernels';
import type { Activation } from '../model';
import {
  elementCount,
  shapeOf,
  type ConvStep,
  type MultiplyStep,
  type Plan,
  type ResizeStep,
  type Shape,
  type Step,
  type TransposedStep,
  type ValueId,
} from '../plan/plan';
import type { Layout, Place, Word } from './layout';
import { packBias, packWeights, transpose } from './pack';

/** A kernel and where its call record will stand. */
export interface Call {
  readonly kernel: keyof NetworkKernels;
  readonly record: Place;
}

const ACTIVATION_CODES: Record<Activation, number> = {
  none: 0,
  relu: 1,
  relu6: 2,
  'hard-swish': 3,
  logistic: 4,
};

/** Turns the steps of one plan into kernel calls; weights and records go into the layout. */
export class CallWriter {
  readonly #plan: Plan;
  readonly #layout: Layout;
  readonly #arena: Place;
  /** One for all steps that scale their weights: each run fills it anew. */
  readonly #scaledWeights: Place;

  constructor(plan: Plan, layout: Layout) {
    this.#plan = plan;
    this.#layout = layout;
    this.#arena = layout.reserve(plan.arenaBytes);
    this.#scaledWeights = layout.reserve(scaledWeightsBytes(plan));
  }

  /** Where a value will stand. */
  value(id: ValueId): Place {
    const offsetBytes = this.#plan.offsetsBytes[id] ?? 0;
    return { offsetBytes: this.#arena.offsetBytes + offsetBytes };
  }

  /** The calls of one step, in order. */
  write(step: Step): readonly Call[] {
    switch (step.kind) {
      case 'conv':
        return this.#conv(step);
      case 'depthwise': {
        const weights = this.#layout.floats(step.weights);
        const bias = this.#layout.floats(step.bias);
        const window = { ...step.window, ...this.#sizes(step) };
        return [this.#call('convolveDepthwise', this.#convWords(step, weights, bias, window))];
      }
      case 'transposed':
        return this.#transposed(step);
      case 'mean': {
        const [, height, width, channels] = this.#shape(step.input);
        const words = [this.value(step.input), this.#optional(step.addend)];
        return [this.#call('mean', [...words, this.value(step.output), height * width, channels])];
      }
      case 'resize':
        return [this.#resize(step)];
      case 'multiply':
        return [this.#multiply(step)];
      case 'add':
        return [this.#sum(step, this.value(step.other))];
      case 'activate':
        return [this.#sum(step, 0)];
    }
  }

  #call(kernel: keyof NetworkKernels, words: readonly Word[]): Call {
    return { kernel, record: this.#layout.record(words) };
  }

  #shape(value: ValueId): Shape {
    return shapeOf(this.#plan, value);
  }

  #optional(value: ValueId | undefined): Word {
    return value === undefined ? 0 : this.value(value);
  }

  #conv(step: ConvStep): readonly Call[] {
    const inputs = this.#shape(step.input)[3];
    const { kernelHeight, kernelWidth } = step.window;
    const taps = kernelHeight * kernelWidth;
    const packed = packWeights(step.weights, step.bias.length, taps * inputs);
    const weights = this.#layout.floats(packed);
    const bias = this.#layout.floats(packBias(step.bias));
    const window = flattened({ ...step.window, ...this.#sizes(step) });
    if (step.scale === undefined) {
      return [this.#call('convolve', this.#convWords(step, weights, bias, window))];
    }
    const repeats = packed.length / (8 * inputs);
    const scaled = this.#scaledWeights;
    return [
      this.#call('scaleWeights', [weights, this.value(step.scale), scaled, inputs, repeats]),
      this.#call('convolve', this.#convWords(step, scaled, bias, window)),
    ];
  }

  #sizes({ input, output }: Step): Sizes {
    const [, inputHeight, inputWidth] = this.#shape(input);
    const [, outputHeight, outputWidth] = this.#shape(output);
    return { inputHeight, inputWidth, outputHeight, outputWidth };
  }

  #convWords(step: ConvStep, weights: Place, bias: Place, window: SizedWindow): readonly Word[] {
    const outputs = this.#shape(step.output)[3];
    return [
      this.value(step.input),
      this.value(step.output),
      weights,
      bias,
      this.#optional(step.residual),
      window.inputHeight,
      window.inputWidth,
      this.#shape(step.input)[3],
      window.outputHeight,
      window.outputWidth,
      outputs,
      4 * window.outputWidth * outputs,
      window.kernelHeight,
      window.kernelWidth,
      window.strideY,
      window.strideX,
      window.padTop,
      window.padLeft,
      ACTIVATION_CODES[step.activation],
    ];
  }

  #transposed(step: TransposedStep): readonly Call[] {
    const { kernelHeight, kernelWidth, bias } = step;
    const fits = kernelHeight === 2 && kernelWidth === 2 && bias.length === 1;
    return fits ? [this.#transposed2x2(step)] : this.#transposedByRows(step);
  }

  #transposed2x2(step: TransposedStep): Call {
    const [, height, width, inputs] = this.#shape(step.input);
    return this.#call('convolveTransposed', [
      this.value(step.input),
      this.value(step.output),
      this.#layout.floats(transpose(step.weights, 4, inputs)),
      this.#layout.floats(step.bias),
      height,
      width,
      inputs,
      ACTIVATION_CODES[step.activation],
    ]);
  }

  /** Each row of the filter is a 1×1 convolution whose output rows lie `kernelHeight` rows apart. */
  #transposedByRows(step: TransposedStep): readonly Call[] {
    const [, height, width, inputs] = this.#shape(step.input);
    const { kernelHeight, kernelWidth, bias } = step;
    const outputs = kernelWidth * bias.length;
    const rowBytes = 4 * width * outputs;
    const repeated = Float32Array.from({ length: outputs }, (_, at) => bias[at % bias.length] ?? 0);
    const biasPlace = this.#layout.floats(packBias(repeated));
    return Array.from({ length: kernelHeight }, (_, row) => {
      const weights = rowOfTransposed(step, row, inputs);
      const { offsetBytes } = this.value(step.output);
      const activation = ACTIVATION_CODES[step.activation];
      return this.#call('convolve', [
        this.value(step.input),
        { offsetBytes: offsetBytes + row * rowBytes },
        this.#layout.floats(packWeights(weights, outputs, inputs)),
        biasPlace,
        0,
        ...[height, width, inputs, height, width, outputs, kernelHeight * rowBytes],
        ...[1, 1, 1, 1, 0, 0, activation],
      ]);
    });
  }

  #resize(step: ResizeStep): Call {
    const { inputHeight, inputWidth, outputHeight, outputWidth } = this.#sizes(step);
    const scale = (input: number, output: number): Word =>
      step.alignCorners && output > 1
        ? { f32: (input - 1) / (output - 1) }
        : { f32: input / output };
    return this.#call('resizeBilinear', [
      this.value(step.input),
      this.value(step.output),
      ...[inputHeight, inputWidth, outputHeight, outputWidth, this.#shape(step.input)[3]],
      scale(inputHeight, outputHeight),
      scale(inputWidth, outputWidth),
      { f32: step.halfPixelCenters ? 0.5 : 0 },
    ]);
  }

  #multiply(step: MultiplyStep): Call {
    const [count, factors] = [step.input, step.factor].map((id) => elementCount(this.#shape(id)));
    const whole = count === factors;
    const channels = whole ? Math.ceil((count ?? 0) / 4) * 4 : (factors ?? 1);
    return this.#call('multiply', [
      this.value(step.input),
      this.value(step.factor),
      this.#optional(step.addend),
      this.value(step.output),
      whole ? 1 : (count ?? 0) / channels,
      channels,
      ACTIVATION_CODES[step.activation],
    ]);
  }

  #sum(step: Step & { activation: Activation }, other: Word): Call {
    const count = elementCount(this.#shape(step.output));
    const words = [this.value(step.input), other, this.value(step.output), count];
    return this.#call('add', [...words, ACTIVATION_CODES[step.activation]]);
  }
}

interface Sizes {
  readonly inputHeight: number;
  readonly inputWidth: number;
  readonly outputHeight: number;
  readonly outputWidth: number;
}

type SizedWindow = Sizes & ConvStep['window'];

/** A 1×1 convolution knows no rows: as one long row, few pixels fall out of the tiles. */
function flattened(window: SizedWindow): SizedWindow {
  const { kernelHeight, kernelWidth, strideY, strideX, inputHeight, inputWidth } = window;
  if (kernelHeight * kernelWidth * strideY * strideX !== 1) return window;
  const pixels = inputHeight * inputWidth;
  return { ...window, inputHeight: 1, inputWidth: pixels, outputHeight: 1, outputWidth: pixels };
}

/** Row `row` of every filter as `[kW][outC][inC]`. */
function rowOfTransposed(step: TransposedStep, row: number, inputs: number): Float32Array {
  const { kernelHeight, kernelWidth, weights, bias } = step;
  const result = new Float32Array(kernelWidth * bias.length * inputs);
  for (let column = 0; column < kernelWidth; column++) {
    for (let output = 0; output < bias.length; output++) {
      const from = ((output * kernelHeight + row) * kernelWidth + column) * inputs;
      const to = (column * bias.length + output) * inputs;
      result.set(weights.subarray(from, from + inputs), to);
    }
  }
  return result;
}

function scaledWeightsBytes(plan: Plan): number {
  const sizes = plan.steps.map((step) => {
    if (step.kind !== 'conv' || step.scale === undefined) return 0;
    const outputs = step.bias.length;
    return (4 * Math.ceil(outputs / 8) * 8 * step.weights.length) / outputs;
  });
  return Math.max(0, ...sizes);
}
