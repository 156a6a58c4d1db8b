import { finishSpan, floorOf } from './activation';
import { multiplyAdd, splatAt, storeEight, storeLanes } from './simd';

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
  padTop: i32;
  padLeft: i32;
  activation: i32;
}

export function convolve(call: ConvolutionCall): void {
  const left = interiorStart(call);
  const right = interiorEnd(call);
  for (let y = 0; y < call.outputHeight; y++) {
    let x = 0;
    for (; x < left; x++) borderPixel(call, y, x);
    if (right - left >= 4) x = interior(call, y, left, right);
    for (; x < call.outputWidth; x++) borderPixel(call, y, x);
  }
}

/** The first column whose filter does not reach over the left edge. */
export function interiorStart(call: ConvolutionCall): i32 {
  return min((call.padLeft + call.strideX - 1) / call.strideX, call.outputWidth);
}

/** The first column whose filter reaches over the right edge. */
export function interiorEnd(call: ConvolutionCall): i32 {
  const room = call.inputWidth - call.kernelWidth + call.padLeft;
  return room < 0 ? 0 : min(room / call.strideX + 1, call.outputWidth);
}

/** At least four columns that see the filter's whole width; the filter's rows may be cut. */
function interior(call: ConvolutionCall, y: i32, x: i32, end: i32): i32 {
  const top = y * call.strideY - call.padTop;
  const firstRow = max(0, -top);
  const rows = min(call.kernelHeight, call.inputHeight - top) - firstRow;
  const rowBytes = (call.inputWidth * call.inputChannels) << 2;
  const start = call.input + (top + firstRow) * rowBytes;
  const weights = call.weights + ((firstRow * call.kernelWidth * call.inputChannels) << 5);
  const output = call.output + y * call.outputRowBytes;
  for (; x + 4 < end; x += 4) fourPixels(call, start, weights, output, rows, x);
  // The last four columns may be done twice in part, which is cheaper than one by one.
  fourPixels(call, start, weights, output, rows, end - 4);
  return end;
}

function fourPixels(
  call: ConvolutionCall,
  inputRow: usize,
  weights: usize,
  outputRow: usize,
  rows: i32,
  x: i32,
): void {
  const channels = call.outputChannels;
  const input = inputRow + (((x * call.strideX - call.padLeft) * call.inputChannels) << 2);
  const output = outputRow + ((x * channels) << 2);
  const blockBytes = (call.kernelHeight * call.kernelWidth * call.inputChannels) << 5;
  for (let channel = 0; channel < channels; channel += 8) {
    tile(call, input, weights, output, rows, channel);
    weights += blockBytes;
  }
  finish(call, output, channels << 2);
}

/** Activates what a tile has stored, where that is still to do, and adds the residual. */
export function finish(call: ConvolutionCall, output: usize, count: i32): void {
  const residual = call.residual == 0 ? usize(0) : call.residual + (output - call.output);
  finishSpan(output, count, call.activation, residual);
}

/** 4 pixels (a to d) × 8 channels in eight registers. */
function tile(
  call: ConvolutionCall,
  input: usize,
  weights: usize,
  output: usize,
  rows: i32,
  channel: i32,
): void {
  const step = (call.strideX * call.inputChannels) << 2;
  const runBytes = (call.kernelWidth * call.inputChannels) << 5;
  const rowBytes = (call.inputWidth * call.inputChannels) << 2;
  const bias = call.bias + (channel << 2);
  let a0 = v128.load(bias);
  let a1 = v128.load(bias, 16);
  let b0 = a0;
  let b1 = a1;
  let c0 = a0;
  let c1 = a1;
  let d0 = a0;
  let d1 = a1;
  for (let row = 0; row < rows; row++) {
    let a = input;
    let b = a + step;
    let c = b + step;
    let d = c + step;
    const end = weights + runBytes;
    for (; weights < end; weights += 32) {
      const w0 = v128.load(weights);
      const w1 = v128.load(weights, 16);
      let value = splatAt(a);
      a0 = multiplyAdd(value, w0, a0);
      a1 = multiplyAdd(value, w1, a1);
      value = splatAt(b);
      b0 = multiplyAdd(value, w0, b0);
      b1 = multiplyAdd(value, w1, b1);
      value = splatAt(c);
      c0 = multiplyAdd(value, w0, c0);
      c1 = multiplyAdd(value, w1, c1);
      value = splatAt(d);
      d0 = multiplyAdd(value, w0, d0);
      d1 = multiplyAdd(value, w1, d1);
      a += 4;
      b += 4;
      c += 4;
      d += 4;
    }
    input += rowBytes;
  }
  const pixelBytes = call.outputChannels << 2;
  const left = call.outputChannels - channel;
  const floor = floorOf(call.activation);
  output += channel << 2;
  storeUpToEight(output, a0, a1, left, floor);
  storeUpToEight(output + pixelBytes, b0, b1, left, floor);
  storeUpToEight(output + 2 * pixelBytes, c0, c1, left, floor);
  storeUpToEight(output + 3 * pixelBytes, d0, d1, left, floor);
}

/** Stores eight channels, or as many as are left. */
function storeUpToEight(output: usize, low: v128, high: v128, left: i32, floor: v128): void {
  if (left >= 8) return storeEight(output, low, high, floor);
  storeLanes(output, f32x4.pmax(low, floor), left);
  if (left > 4) storeLanes(output + 16, f32x4.pmax(high, floor), left - 4);
}

/** One pixel, its filter cut where it reaches over an edge. */
function borderPixel(call: ConvolutionCall, y: i32, x: i32): void {
  const channels = call.outputChannels;
  const inputs = call.inputChannels;
  const top = y * call.strideY - call.padTop;
  const left = x * call.strideX - call.padLeft;
  const firstRow = max(0, -top);
  const endRow = min(call.kernelHeight, call.inputHeight - top);
  const firstColumn = max(0, -left);
  const run = (min(call.kernelWidth, call.inputWidth - left) - firstColumn) * inputs;
  const floor = floorOf(call.activation);
  const output = call.output + y * call.outputRowBytes + ((x * channels) << 2);
  for (let channel = 0; channel < channels; channel += 8) {
    const block = (channel >> 3) * call.kernelHeight;
    let low = v128.load(call.bias + (channel << 2));
    let high = v128.load(call.bias + (channel << 2), 16);
    for (let row = firstRow; row < endRow; row++) {
      const tap = ((block + row) * call.kernelWidth + firstColumn) * inputs;
      let weights = call.weights + (tap << 5);
      const pixel = (top + row) * call.inputWidth + left + firstColumn;
      let input = call.input + ((pixel * inputs) << 2);
      const end = input + (run << 2);
      for (; input < end; input += 4) {
        const value = splatAt(input);
        low = multiplyAdd(value, v128.load(weights), low);
        high = multiplyAdd(value, v128.load(weights, 16), high);
        weights += 32;
      }
    }
    storeUpToEight(output + (channel << 2), low, high, channels - channel, floor);
  }
  finish(call, output, channels);
}

/** Words of the call record, in order; see `NetworkKernels.scaleWeights`. */
@unmanaged
export class ScaleCall {
  weights: usize;
  scale: usize;
  output: usize;
  inputChannels: i32;
  /** Blocks of eight output channels × places of the filter. */
  repeats: i32;
}

export function scaleWeights(call: ScaleCall): void {
  let weights = call.weights;
  let output = call.output;
  for (let repeat = 0; repeat < call.repeats; repeat++) {
    const end = call.scale + (call.inputChannels << 2);
    for (let scale = call.scale; scale < end; scale += 4) {
      const factor = splatAt(scale);
      v128.store(output, f32x4.mul(factor, v128.load(weights)));
      v128.store(output, f32x4.mul(factor, v128.load(weights, 16)), 16);
      weights += 32;
      output += 32;
    }
  }
}
