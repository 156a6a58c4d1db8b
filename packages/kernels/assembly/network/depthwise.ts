import { floorOf } from './activation';
import { ConvolutionCall, finish, interiorEnd, interiorStart } from './convolution-call';
import { convolveRows3x3, fits3x3 } from './depthwise-3x3';
import { multiplyAdd, storeEight } from './simd';

export function convolveDepthwise(call: ConvolutionCall): void {
  if (fits3x3(call)) return convolveRows3x3(call);
  const left = interiorStart(call);
  const right = interiorEnd(call);
  const fast = (call.outputChannels & 7) == 0 && right - left >= 4;
  for (let y = 0; y < call.outputHeight; y++) {
    let x = 0;
    for (; x < left; x++) onePixel(call, y, x);
    if (fast) x = interior(call, y, left, right);
    for (; x < call.outputWidth; x++) onePixel(call, y, x);
  }
}

/** At least four columns that see the filter's whole width; the filter's rows may be cut. */
function interior(call: ConvolutionCall, y: i32, x: i32, end: i32): i32 {
  for (; x + 4 < end; x += 4) fourPixels(call, y, x);
  // The last four columns may be done twice in part, which is cheaper than one by one.
  fourPixels(call, y, end - 4);
  return end;
}

function fourPixels(call: ConvolutionCall, y: i32, x: i32): void {
  const channelBytes = call.outputChannels << 2;
  const top = y * call.strideY - call.padTop;
  const firstRow = max(0, -top);
  const rows = min(call.kernelHeight, call.inputHeight - top) - firstRow;
  const left = x * call.strideX - call.padLeft;
  const input = call.input + ((top + firstRow) * call.inputWidth + left) * channelBytes;
  const firstTap = firstRow * call.kernelWidth * channelBytes;
  const output = call.output + y * call.outputRowBytes + x * channelBytes;
  for (let at = 0; at < channelBytes; at += 32) {
    tile(call, input + at, firstTap + at, output + at, rows, at);
  }
  finish(call, output, call.outputChannels << 2);
}

/** 4 pixels (a to d) × 8 channels in eight registers. */
function tile(
  call: ConvolutionCall,
  input: usize,
  firstTap: i32,
  output: usize,
  rows: i32,
  at: i32,
): void {
  const channelBytes = call.outputChannels << 2;
  const step = call.strideX * channelBytes;
  const rowBytes = call.inputWidth * channelBytes;
  let weights = call.weights + firstTap;
  let a0 = v128.load(call.bias + at);
  let a1 = v128.load(call.bias + at, 16);
  let b0 = a0;
  let b1 = a1;
  let c0 = a0;
  let c1 = a1;
  let d0 = a0;
  let d1 = a1;
  for (let row = 0; row < rows; row++) {
    let a = input;
    const end = a + call.kernelWidth * channelBytes;
    for (; a < end; a += channelBytes) {
      const b = a + step;
      const c = b + step;
      const d = c + step;
      const w0 = v128.load(weights);
      const w1 = v128.load(weights, 16);
      a0 = multiplyAdd(v128.load(a), w0, a0);
      a1 = multiplyAdd(v128.load(a, 16), w1, a1);
      b0 = multiplyAdd(v128.load(b), w0, b0);
      b1 = multiplyAdd(v128.load(b, 16), w1, b1);
      c0 = multiplyAdd(v128.load(c), w0, c0);
      c1 = multiplyAdd(v128.load(c, 16), w1, c1);
      d0 = multiplyAdd(v128.load(d), w0, d0);
      d1 = multiplyAdd(v128.load(d, 16), w1, d1);
      weights += channelBytes;
    }
    input += rowBytes;
  }
  const floor = floorOf(call.activation);
  storeEight(output, a0, a1, floor);
  storeEight(output + channelBytes, b0, b1, floor);
  storeEight(output + 2 * channelBytes, c0, c1, floor);
  storeEight(output + 3 * channelBytes, d0, d1, floor);
}

/** One pixel, its filter cut where it reaches over an edge; any count of channels. */
function onePixel(call: ConvolutionCall, y: i32, x: i32): void {
  const channelBytes = call.outputChannels << 2;
  const output = call.output + y * call.outputRowBytes + x * channelBytes;
  const top = y * call.strideY - call.padTop;
  const left = x * call.strideX - call.padLeft;
  let at = 0;
  for (; at + 64 <= channelBytes; at += 64) sixteenChannels(call, top, left, output + at, at);
  for (; at + 16 <= channelBytes; at += 16) {
    v128.store(output + at, fewChannels(call, top, left, at, true));
  }
  for (; at < channelBytes; at += 4) {
    v128.store32_lane(output + at, fewChannels(call, top, left, at, false), 0);
  }
  finish(call, output, call.outputChannels);
}

function sixteenChannels(call: ConvolutionCall, top: i32, left: i32, output: usize, at: i32): void {
  const channelBytes = call.outputChannels << 2;
  const endRow = min(call.kernelHeight, call.inputHeight - top);
  const firstColumn = max(0, -left);
  const columns = min(call.kernelWidth, call.inputWidth - left) - firstColumn;
  let a = v128.load(call.bias + at);
  let b = v128.load(call.bias + at, 16);
  let c = v128.load(call.bias + at, 32);
  let d = v128.load(call.bias + at, 48);
  for (let row = max(0, -top); row < endRow; row++) {
    const pixel = (top + row) * call.inputWidth + left + firstColumn;
    let input = call.input + pixel * channelBytes + at;
    let weights = call.weights + (row * call.kernelWidth + firstColumn) * channelBytes + at;
    const end = input + columns * channelBytes;
    for (; input < end; input += channelBytes) {
      a = multiplyAdd(v128.load(input), v128.load(weights), a);
      b = multiplyAdd(v128.load(input, 16), v128.load(weights, 16), b);
      c = multiplyAdd(v128.load(input, 32), v128.load(weights, 32), c);
      d = multiplyAdd(v128.load(input, 48), v128.load(weights, 48), d);
      weights += channelBytes;
    }
  }
  const floor = floorOf(call.activation);
  storeEight(output, a, b, floor);
  storeEight(output + 32, c, d, floor);
}

/** Four channels, or one in all lanes, so that nothing is read beyond the last. */
function fewChannels(call: ConvolutionCall, top: i32, left: i32, at: i32, four: bool): v128 {
  const channelBytes = call.outputChannels << 2;
  const endRow = min(call.kernelHeight, call.inputHeight - top);
  const firstColumn = max(0, -left);
  const columns = min(call.kernelWidth, call.inputWidth - left) - firstColumn;
  let sum = loadFew(call.bias + at, four);
  for (let row = max(0, -top); row < endRow; row++) {
    const pixel = (top + row) * call.inputWidth + left + firstColumn;
    let input = call.input + pixel * channelBytes + at;
    let weights = call.weights + (row * call.kernelWidth + firstColumn) * channelBytes + at;
    const end = input + columns * channelBytes;
    for (; input < end; input += channelBytes) {
      sum = multiplyAdd(loadFew(input, four), loadFew(weights, four), sum);
      weights += channelBytes;
    }
  }
  return f32x4.pmax(sum, floorOf(call.activation));
}

function loadFew(at: usize, four: bool): v128 {
  return four ? v128.load(at) : v128.load32_splat(at);
}
