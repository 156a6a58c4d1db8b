import type { ConvStep, Step } from '../plan/plan';
import { ACTIVATION_CODES, type Call, type CallSheet } from './call-sheet';
import { packWeights } from './pack';

/** Output channels that the kernel takes at once. */
const BLOCK = 32;
/** Below, listing what is not zero costs what it saves. */
const FEWEST_INPUTS = 96;

/** Whether about half of what a step gives is zero, as it is after relu. */
function isRectified(step: Step | undefined): boolean {
  if (!step || !('activation' in step)) return false;
  if ('residual' in step && step.residual !== undefined) return false;
  return step.activation === 'relu' || step.activation === 'relu6';
}

/** Whether it pays to skip zeros of the input; what they would add is zero too. */
export function isSparse(step: ConvStep, sheet: CallSheet): boolean {
  const { window, scale, residual, bias } = step;
  if (scale !== undefined || residual !== undefined) return false;
  if (window.kernelHeight * window.kernelWidth * window.strideY * window.strideX !== 1)
    return false;
  const inputs = sheet.shape(step.input)[3];
  const fits = inputs >= FEWEST_INPUTS && inputs % 4 === 0 && bias.length % BLOCK === 0;
  return fits && isRectified(sheet.plan.steps.find(({ output }) => output === step.input));
}

/** A 1×1 convolution of an input with many zeros. */
export function sparseCall(step: ConvStep, sheet: CallSheet): Call {
  const [, height, width, inputs] = sheet.shape(step.input);
  const outputs = step.bias.length;
  return sheet.call('convolveSparse', [
    sheet.value(step.input),
    sheet.value(step.output),
    sheet.layout.floats(packWeights(step.weights, outputs, inputs, BLOCK)),
    sheet.layout.floats(step.bias),
    ...[height * width, inputs, outputs, ACTIVATION_CODES[step.activation]],
    sheet.nonZeroLists,
  ]);
}
