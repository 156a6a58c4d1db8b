import type { Step, ValueId } from '../plan/plan';
import { activate } from './activate';
import { convolve, convolveDepthwise, convolveTransposed } from './convolve';
import { resizeBilinear } from './resize';
import type { Tensor, Tensors } from './tensor';

/** Runs one step of a plan. */
export function runStep(step: Step, tensors: Tensors): void {
  const input = tensors(step.input);
  const output = tensors(step.output);
  const optional = (value: ValueId | undefined): Float32Array | undefined =>
    value === undefined ? undefined : tensors(value).values;
  switch (step.kind) {
    case 'conv':
      convolve(step, input, output, optional(step.scale));
      break;
    case 'depthwise':
      convolveDepthwise(step, input, output);
      break;
    case 'transposed':
      convolveTransposed(step, input, output);
      break;
    case 'mean':
      mean(input, output, optional(step.addend));
      break;
    case 'resize':
      resizeBilinear(step, input, output);
      break;
    case 'add':
      add(output.values, input.values, tensors(step.other).values);
      break;
    case 'multiply':
      multiply(output.values, input.values, tensors(step.factor).values, optional(step.addend));
      break;
    case 'activate':
      output.values.set(input.values);
  }
  if ('activation' in step) activate(output.values, step.activation);
  if ('residual' in step && step.residual !== undefined) {
    add(output.values, output.values, tensors(step.residual).values);
  }
}

function add(output: Float32Array, a: Float32Array, b: Float32Array): void {
  for (let i = 0; i < output.length; i++) output[i] = (a[i] ?? 0) + (b[i] ?? 0);
}

/** The factor repeats: one number per channel, or one per value. */
function multiply(
  output: Float32Array,
  a: Float32Array,
  factor: Float32Array,
  addend: Float32Array | undefined,
): void {
  for (let i = 0; i < output.length; i++) {
    output[i] = (a[i] ?? 0) * (factor[i % factor.length] ?? 0) + (addend?.[i] ?? 0);
  }
}

function mean(input: Tensor, output: Tensor, addend: Float32Array | undefined): void {
  const [, height, width, channels] = input.shape;
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let i = channel; i < input.values.length; i += channels) {
      sum += (input.values[i] ?? 0) + (addend?.[i] ?? 0);
    }
    output.values[channel] = sum / (height * width);
  }
}
