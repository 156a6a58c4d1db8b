import { floorOf } from './activation';
import {
  ConvolutionCall,
  endTap,
  finish,
  firstTap,
  interiorEnd,
  interiorStart,
  outputAt,
} from './convolution-call';
import { convolveRows3x3, fits3x3 } from './depthwise-3x3';
import { multiplyAdd, storeEight } from './simd';

export function convolveDepthwise(call: ConvolutionCall): void {
  if (fits3x3(call)) return convolveRows3x3(call);
  const left = interiorStart(call);
  const right = interiorEnd(call);
  const fast = (call.outputChannels & 7) == 0 && right - left >= 4 && call.dilationX == 1;
  for (let y = 0; y < call.outputHeight; y++) {
    let x = 0;
    for (; x < left; x++) onePixel(call, y, x);
    if (fast) x = interior(call, y, left, right);
    for (; x < call.outputWidth; x++) onePixel(call, y, x);
  }
}

/**
 * At least four columns that see the filter's whole width, which lies together; its rows may lie
 * apart and be cut.
 */
function interior(call: ConvolutionCall, y: i32, x: i32, end: i32): i32 {
  const channels = call.outputChannels;
  for (let channel = 0; channel < channels; channel += 8) tileRow(call, y, x, end, channel);
  finish(call, outputAt(call, y, x), (end - x) * channels);
  return end;
}

/** Eight channels along a row, in tiles of 4 pixels (a to d) whose sums are in eight registers. */
function tileRow(call: ConvolutionCall, y: i32, x: i32, end: i32, channel: i32): void {
  const channelBytes = call.outputChannels << 2;
  const at = channel << 2;
  const top = y * call.strideY - call.padTop;
  const firstRow = firstTap(top, call.dilationY);
  const rows = endTap(top, call.dilationY, call.inputHeight, call.kernelHeight) - firstRow;
  const step = call.strideX * channelBytes;
  const lineBytes = call.inputWidth * channelBytes;
  const firstLine = call.input + (top + firstRow * call.dilationY) * lineBytes;
  const rowBytes = lineBytes * call.dilationY;
  const runBytes = call.kernelWidth * channelBytes;
  const firstWeights = call.weights + firstRow * runBytes + at;
  const input = firstLine - call.padLeft * channelBytes + at;
  const output = outputAt(call, y, 0) + at;
  const low = v128.load(call.bias + at);
  const high = v128.load(call.bias + at, 16);
  const floor = floorOf(call.activation);
  // The last tile may do columns again, which is cheaper than one by one.
  const last = end - 4;
  for (let column = x; ; column = min(column + 4, last)) {
    let a0 = low,
      a1 = high,
      b0 = low,
      b1 = high,
      c0 = low,
      c1 = high,
      d0 = low,
      d1 = high;
    let weights = firstWeights;
    let row = input + column * step;
    for (const endRow = row + rows * rowBytes; row < endRow; row += rowBytes) {
      let a = row;
      for (const end = a + runBytes; a < end; a += channelBytes) {
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
    }
    let to = output + column * channelBytes;
    storeEight(to, a0, a1, floor);
    to += channelBytes;
    storeEight(to, b0, b1, floor);
    to += channelBytes;
    storeEight(to, c0, c1, floor);
    to += channelBytes;
    storeEight(to, d0, d1, floor);
    if (column == last) return;
  }
}

/** One pixel, its filter cut where it reaches over an edge; any count of channels. */
function onePixel(call: ConvolutionCall, y: i32, x: i32): void {
  const channelBytes = call.outputChannels << 2;
  const output = outputAt(call, y, x);
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
  const endRow = endTap(top, call.dilationY, call.inputHeight, call.kernelHeight);
  const firstColumn = firstTap(left, call.dilationX);
  const endColumn = endTap(left, call.dilationX, call.inputWidth, call.kernelWidth);
  const tapBytes = channelBytes * call.dilationX;
  const runBytes = (endColumn - firstColumn) * tapBytes;
  let a = v128.load(call.bias + at);
  let b = v128.load(call.bias + at, 16);
  let c = v128.load(call.bias + at, 32);
  let d = v128.load(call.bias + at, 48);
  for (let row = firstTap(top, call.dilationY); row < endRow; row++) {
    const y = top + row * call.dilationY;
    const pixel = y * call.inputWidth + left + firstColumn * call.dilationX;
    let input = call.input + pixel * channelBytes + at;
    let weights = call.weights + (row * call.kernelWidth + firstColumn) * channelBytes + at;
    const end = input + runBytes;
    for (; input < end; input += tapBytes) {
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
  const endRow = endTap(top, call.dilationY, call.inputHeight, call.kernelHeight);
  const firstColumn = firstTap(left, call.dilationX);
  const endColumn = endTap(left, call.dilationX, call.inputWidth, call.kernelWidth);
  const tapBytes = channelBytes * call.dilationX;
  const runBytes = (endColumn - firstColumn) * tapBytes;
  let sum = loadFew(call.bias + at, four);
  for (let row = firstTap(top, call.dilationY); row < endRow; row++) {
    const y = top + row * call.dilationY;
    const pixel = y * call.inputWidth + left + firstColumn * call.dilationX;
    let input = call.input + pixel * channelBytes + at;
    let weights = call.weights + (row * call.kernelWidth + firstColumn) * channelBytes + at;
    const end = input + runBytes;
    for (; input < end; input += tapBytes) {
      sum = multiplyAdd(loadFew(input, four), loadFew(weights, four), sum);
      weights += channelBytes;
    }
  }
  return f32x4.pmax(sum, floorOf(call.activation));
}

function loadFew(at: usize, four: bool): v128 {
  return four ? v128.load(at) : v128.load32_splat(at);
}
