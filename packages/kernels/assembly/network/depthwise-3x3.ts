import { floorOf } from './activation';
import { ConvolutionCall, finish } from './convolution-call';
import { multiplyAdd } from './simd';

/**
 * Whether a call is the common one: 3×3, stride 1, padded to the same size. Its rows may lie apart,
 * its columns not.
 */
export function fits3x3(call: ConvolutionCall): bool {
  if (call.kernelHeight != 3 || call.kernelWidth != 3) return false;
  if (call.strideY != 1 || call.strideX != 1) return false;
  if (call.padTop != call.dilationY || call.padLeft != 1 || call.dilationX != 1) return false;
  const sameSize = call.outputHeight == call.inputHeight && call.outputWidth == call.inputWidth;
  return sameSize && (call.outputChannels & 3) == 0;
}

/**
 * Walks along each row with all nine weights in registers, four channels at a time: a column of
 * three values is loaded once and goes into the three outputs that see it.
 */
export function convolveRows3x3(call: ConvolutionCall): void {
  const channelBytes = call.outputChannels << 2;
  for (let y = 0; y < call.outputHeight; y++) {
    const output = call.output + y * call.outputRowBytes;
    for (let at = 0; at < channelBytes; at += 16) oneRow(call, y, at, output + at);
    finish(call, output, call.outputWidth * call.outputChannels);
  }
}

/** A weight, or zero where the filter's row lies outside; then any row may be read for it. */
function weightAt(call: ConvolutionCall, tap: i32, at: i32, inside: bool): v128 {
  const zero = f32x4.splat(0);
  return inside ? v128.load(call.weights + ((tap * call.outputChannels) << 2) + at) : zero;
}

function oneRow(call: ConvolutionCall, y: i32, at: i32, output: usize): void {
  const channelBytes = call.outputChannels << 2;
  const rowBytes = call.inputWidth * channelBytes;
  const hasUpper = y >= call.dilationY;
  const hasLower = y + call.dilationY < call.inputHeight;
  const w0 = weightAt(call, 0, at, hasUpper);
  const w1 = weightAt(call, 1, at, hasUpper);
  const w2 = weightAt(call, 2, at, hasUpper);
  const w3 = weightAt(call, 3, at, true);
  const w4 = weightAt(call, 4, at, true);
  const w5 = weightAt(call, 5, at, true);
  const w6 = weightAt(call, 6, at, hasLower);
  const w7 = weightAt(call, 7, at, hasLower);
  const w8 = weightAt(call, 8, at, hasLower);
  const bias = v128.load(call.bias + at);
  const floor = floorOf(call.activation);
  let input = call.input + y * rowBytes + at;
  const upper: i32 = hasUpper ? -rowBytes * call.dilationY : 0;
  const lower: i32 = hasLower ? rowBytes * call.dilationY : 0;
  let a = v128.load(input + upper);
  let b = v128.load(input);
  let c = v128.load(input + lower);
  let current = multiplyAdd(c, w7, multiplyAdd(b, w4, multiplyAdd(a, w1, bias)));
  let next = multiplyAdd(c, w6, multiplyAdd(b, w3, multiplyAdd(a, w0, bias)));
  const end = input + rowBytes;
  for (input += channelBytes; input < end; input += channelBytes) {
    a = v128.load(input + upper);
    b = v128.load(input);
    c = v128.load(input + lower);
    const done = multiplyAdd(c, w8, multiplyAdd(b, w5, multiplyAdd(a, w2, current)));
    v128.store(output, f32x4.pmax(done, floor));
    output += channelBytes;
    current = multiplyAdd(c, w7, multiplyAdd(b, w4, multiplyAdd(a, w1, next)));
    next = multiplyAdd(c, w6, multiplyAdd(b, w3, multiplyAdd(a, w0, bias)));
  }
  v128.store(output, f32x4.pmax(current, floor));
}
