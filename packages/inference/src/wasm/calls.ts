import {
  elementCount,
  type ActivateStep,
  type AddStep,
  type MeanStep,
  type MultiplyStep,
  type ResizeStep,
  type Step,
} from '../plan/plan';
import { ACTIVATION_CODES, type Call, type CallSheet } from './call-sheet';
import { convCalls, depthwiseCalls } from './conv-calls';
import type { Word } from './layout';
import { transposedCalls } from './transposed-calls';

/** The kernel calls of one step, in order; weights and call records go into the sheet's layout. */
export function callsOf(step: Step, sheet: CallSheet): readonly Call[] {
  switch (step.kind) {
    case 'conv':
      return convCalls(step, sheet);
    case 'depthwise':
      return depthwiseCalls(step, sheet);
    case 'transposed':
      return transposedCalls(step, sheet);
    case 'mean':
      return [meanCall(step, sheet)];
    case 'resize':
      return [resizeCall(step, sheet)];
    case 'multiply':
      return [multiplyCall(step, sheet)];
    case 'add':
      return [addCall(step, sheet.value(step.other), sheet)];
    case 'activate':
      return [addCall(step, 0, sheet)];
  }
}

function meanCall(step: MeanStep, sheet: CallSheet): Call {
  const [, height, width, channels] = sheet.shape(step.input);
  return sheet.call('mean', [
    sheet.value(step.input),
    sheet.optional(step.addend),
    sheet.value(step.output),
    height * width,
    channels,
  ]);
}

function resizeCall(step: ResizeStep, sheet: CallSheet): Call {
  const [, inputHeight, inputWidth, channels] = sheet.shape(step.input);
  const [, outputHeight, outputWidth] = sheet.shape(step.output);
  const scale = (input: number, output: number): Word =>
    step.alignCorners && output > 1 ? { f32: (input - 1) / (output - 1) } : { f32: input / output };
  return sheet.call('resizeBilinear', [
    sheet.value(step.input),
    sheet.value(step.output),
    ...[inputHeight, inputWidth, outputHeight, outputWidth, channels],
    scale(inputHeight, outputHeight),
    scale(inputWidth, outputWidth),
    { f32: step.halfPixelCenters ? 0.5 : 0 },
    sheet.layout.reserve(2 * 4 * (outputWidth * channels + 8)),
  ]);
}

/** Where the factor is as large as the input, all values are channels of one pixel. */
function multiplyCall(step: MultiplyStep, sheet: CallSheet): Call {
  const count = elementCount(sheet.shape(step.input));
  const factors = elementCount(sheet.shape(step.factor));
  const isWhole = count === factors;
  return sheet.call('multiply', [
    sheet.value(step.input),
    sheet.value(step.factor),
    sheet.optional(step.addend),
    sheet.value(step.output),
    isWhole ? 1 : count / factors,
    isWhole ? Math.ceil(count / 4) * 4 : factors,
    ACTIVATION_CODES[step.activation],
  ]);
}

function addCall(step: AddStep | ActivateStep, other: Word, sheet: CallSheet): Call {
  return sheet.call('add', [
    sheet.value(step.input),
    other,
    sheet.value(step.output),
    elementCount(sheet.shape(step.output)),
    ACTIVATION_CODES[step.activation],
  ]);
}
