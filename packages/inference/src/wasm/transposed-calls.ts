import type { TransposedStep } from '../plan/plan';
import { transpose } from '../plan/transpose';
import { ACTIVATION_CODES, type Call, type CallSheet } from './call-sheet';
import { packBias, packWeights } from './pack';

/** A transposed convolution: the kernel for 2×2 to one channel, else row by row. */
export function transposedCalls(step: TransposedStep, sheet: CallSheet): readonly Call[] {
  const { kernelHeight, kernelWidth, bias } = step;
  const fits = kernelHeight === 2 && kernelWidth === 2 && bias.length === 1;
  return fits ? [to2x2(step, sheet)] : byRows(step, sheet);
}

function to2x2(step: TransposedStep, sheet: CallSheet): Call {
  const [, height, width, inputs] = sheet.shape(step.input);
  return sheet.call('convolveTransposed', [
    sheet.value(step.input),
    sheet.value(step.output),
    sheet.layout.floats(transpose(step.weights, 4, inputs)),
    sheet.layout.floats(step.bias),
    ...[height, width, inputs, ACTIVATION_CODES[step.activation]],
  ]);
}

/** Each row of the filter is a 1×1 convolution whose output rows lie `kernelHeight` rows apart. */
function byRows(step: TransposedStep, sheet: CallSheet): readonly Call[] {
  const [, height, width, inputs] = sheet.shape(step.input);
  const { kernelHeight, kernelWidth, bias } = step;
  const outputs = kernelWidth * bias.length;
  const rowBytes = 4 * width * outputs;
  const repeated = Float32Array.from({ length: outputs }, (_, at) => bias[at % bias.length] ?? 0);
  const biasPlace = sheet.layout.floats(packBias(repeated));
  return Array.from({ length: kernelHeight }, (_, row) => {
    const weights = packWeights(rowOf(step, row, inputs), outputs, inputs);
    const { offsetBytes } = sheet.value(step.output);
    return sheet.call('convolve', [
      sheet.value(step.input),
      { offsetBytes: offsetBytes + row * rowBytes },
      sheet.layout.floats(weights),
      biasPlace,
      0,
      ...[height, width, inputs, height, width, outputs, kernelHeight * rowBytes],
      ...[1, 1, 1, 1, 1, 1, 0, 0, ACTIVATION_CODES[step.activation]],
    ]);
  });
}

/** Row `row` of every filter as `[kW][outC][inC]`. */
function rowOf(step: TransposedStep, row: number, inputs: number): Float32Array {
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
