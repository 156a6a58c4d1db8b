import type { ConvStep } from '../plan/plan';
import { ACTIVATION_CODES, type Call, type CallSheet } from './call-sheet';
import type { Place, Word } from './layout';
import { packBias, packWeights } from './pack';
import { isSparse, sparseCall } from './sparse-calls';

/** The window with the sizes that it moves over. */
type SizedWindow = ConvStep['window'] & {
  readonly inputHeight: number;
  readonly inputWidth: number;
  readonly outputHeight: number;
  readonly outputWidth: number;
};

/** A convolution; with a scale, its weights are multiplied first. */
export function convCalls(step: ConvStep, sheet: CallSheet): readonly Call[] {
  if (isSparse(step, sheet)) return [sparseCall(step, sheet)];
  const inputs = sheet.shape(step.input)[3];
  const perOutput = step.weights.length / step.bias.length;
  const packed = packWeights(step.weights, step.bias.length, perOutput);
  const weights = sheet.layout.floats(packed);
  const bias = sheet.layout.floats(packBias(step.bias));
  const window = flattened(sized(step, sheet));
  const convolve = (from: Place): Call =>
    sheet.call('convolve', words(step, sheet, window, [from, bias]));
  if (step.scale === undefined) return [convolve(weights)];
  const { scaledWeights } = sheet;
  const repeats = packed.length / (8 * inputs);
  const scaleWords = [weights, sheet.value(step.scale), scaledWeights, inputs, repeats];
  return [sheet.call('scaleWeights', scaleWords), convolve(scaledWeights)];
}

/** A convolution with one filter per channel. */
export function depthwiseCalls(step: ConvStep, sheet: CallSheet): readonly Call[] {
  const constants = [sheet.layout.floats(step.weights), sheet.layout.floats(step.bias)] as const;
  return [sheet.call('convolveDepthwise', words(step, sheet, sized(step, sheet), constants))];
}

function sized({ window, input, output }: ConvStep, sheet: CallSheet): SizedWindow {
  const [, inputHeight, inputWidth] = sheet.shape(input);
  const [, outputHeight, outputWidth] = sheet.shape(output);
  return { ...window, inputHeight, inputWidth, outputHeight, outputWidth };
}

/** A 1×1 convolution knows no rows: as one long row, few pixels fall out of the tiles. */
function flattened(window: SizedWindow): SizedWindow {
  const { kernelHeight, kernelWidth, strideY, strideX, inputHeight, inputWidth } = window;
  if (kernelHeight * kernelWidth * strideY * strideX !== 1) return window;
  const pixels = inputHeight * inputWidth;
  return { ...window, inputHeight: 1, inputWidth: pixels, outputHeight: 1, outputWidth: pixels };
}

function words(
  step: ConvStep,
  sheet: CallSheet,
  window: SizedWindow,
  constants: readonly [weights: Place, bias: Place],
): readonly Word[] {
  const outputs = sheet.shape(step.output)[3];
  return [
    sheet.value(step.input),
    sheet.value(step.output),
    ...constants,
    sheet.optional(step.residual),
    window.inputHeight,
    window.inputWidth,
    sheet.shape(step.input)[3],
    window.outputHeight,
    window.outputWidth,
    outputs,
    4 * window.outputWidth * outputs,
    window.kernelHeight,
    window.kernelWidth,
    window.strideY,
    window.strideX,
    window.dilationY,
    window.dilationX,
    window.padTop,
    window.padLeft,
    ACTIVATION_CODES[step.activation],
  ];
}
