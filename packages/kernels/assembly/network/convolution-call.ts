import { finishSpan } from './activation';

/** Words of the call record, in order; see `NetworkKernels.convolve`. */
@unmanaged
export class ConvolutionCall {
  input: usize;
  output: usize;
  weights: usize;
  bias: usize;
  residual: usize;
  inputHeight: i32;
  inputWidth: i32;
  inputChannels: i32;
  outputHeight: i32;
  outputWidth: i32;
  outputChannels: i32;
  /** From one output row to the next. */
  outputRowBytes: i32;
  kernelHeight: i32;
  kernelWidth: i32;
  strideY: i32;
  strideX: i32;
  /** From one of the filter's rows to the next in the input; 1 for `convolve`. */
  dilationY: i32;
  dilationX: i32;
  padTop: i32;
  padLeft: i32;
  activation: i32;
}

/** The first column whose filter does not reach over the left edge. */
export function interiorStart(call: ConvolutionCall): i32 {
  return min((call.padLeft + call.strideX - 1) / call.strideX, call.outputWidth);
}

/** The first column whose filter reaches over the right edge. */
export function interiorEnd(call: ConvolutionCall): i32 {
  const reach = (call.kernelWidth - 1) * call.dilationX;
  const room = call.inputWidth - 1 - reach + call.padLeft;
  return room < 0 ? 0 : min(room / call.strideX + 1, call.outputWidth);
}

export function outputAt(call: ConvolutionCall, y: i32, x: i32): usize {
  return call.output + y * call.outputRowBytes + ((x * call.outputChannels) << 2);
}

/** The first of the filter's rows (or columns) that does not lie before the input. */
export function firstTap(start: i32, dilation: i32): i32 {
  const before = max(0, -start);
  // A division is dear where it is done for each pixel.
  return dilation == 1 ? before : (before + dilation - 1) / dilation;
}

/** After the last of the filter's rows (or columns) that does not lie behind the input. */
export function endTap(start: i32, dilation: i32, size: i32, kernel: i32): i32 {
  const room = size - start;
  return min(kernel, dilation == 1 ? room : (room + dilation - 1) / dilation);
}

/** Activates what was stored, where that is still to do, and adds the residual. */
export function finish(call: ConvolutionCall, output: usize, count: i32): void {
  const residual = call.residual == 0 ? usize(0) : call.residual + (output - call.output);
  finishSpan(output, count, call.activation, residual);
}
