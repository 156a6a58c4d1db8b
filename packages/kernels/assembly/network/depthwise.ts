import { finishSpan, floorOf } from './activation';
import { ConvolutionCall } from './convolution';
import { multiplyAdd } from './simd';

export function convolveDepthwise(call: ConvolutionCall): void {
  const left = min((call.padLeft + call.strideX - 1) / call.strideX, call.outputWidth);
  const room = call.inputWidth - call.kernelWidth + call.padLeft;
  const right = room < 0 ? 0 : min(room / call.strideX + 1, call.outputWidth);
  const fast = (call.outputChannels & 7) == 0;
  for (let y = 0; y < call.outputHeight; y++) {
    let x = 0;
    for (; x < left; x++) onePixel(call, y, x);
    if (fast) for (; x + 4 <= right; x += 4) fourPixels(call, y, x);
    for (; x < call.outputWidth; x++) onePixel(call, y, x);
  }
}

function finish(call: ConvolutionCall, output: usize, count: i32): void {
  const residual = call.residual == 0 ? 0 : call.residual + (output - call.output);
  finishSpan(output, count, call.activation, residual);
}

/** Four neighbours × 8 channels at a time; only the filter's rows may be cut. */
function fourPixels(call: ConvolutionCall, y: i32, x: i32): void {
  const channelBytes = call.outputChannels << 2;
  const top = y * call.strideY - call.padTop;
  const firstRow = max(0, -top);
  const rows = min(call.kernelHeight, call.inputHeight - top) - firstRow;
  const left = x * call.strideX - call.padLeft;
  const rowBytes = call.inputWidth * channelBytes;
  const start = call.input + (top + firstRow) * rowBytes + left * channelBytes;
  const weights = call.weights + firstRow * call.kernelWidth * channelBytes;
  const output = call.output + y * call.outputRowBytes + x * channelBytes;
  const floor = floorOf(call.activation);
  const step = call.strideX * channelBytes;
  for (let at = 0; at < channelBytes; at += 32) {
    tile(
      start + at,
      weights + at,
      call.bias + at,
      output + at,
      rows,
      call.kernelWidth,
      rowBytes,
      step,
      channelBytes,
      floor,
    );
  }
  finish(call, output, call.outputChannels << 2);
}

function tile(
  start: usize,
  weights: usize,
  bias: usize,
  output: usize,
  rows: i32,
  columns: i32,
  rowBytes: i32,
  step: i32,
  channelBytes: i32,
  floor: v128,
): void {
  let a0 = v128.load(bias),
    a1 = v128.load(bias, 16);
  let b0 = a0,
    b1 = a1,
    c0 = a0,
    c1 = a1,
    d0 = a0,
    d1 = a1;
  for (let row = 0; row < rows; row++) {
    let a = start + row * rowBytes;
    const end = a + columns * channelBytes;
    for (; a < end; a += channelBytes) {
      const b = a + step;
      const c = b + step;
      const d = c + step;
      const w0 = v128.load(weights),
        w1 = v128.load(weights, 16);
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
  store8(output, a0, a1, floor);
  store8(output + channelBytes, b0, b1, floor);
  store8(output + 2 * channelBytes, c0, c1, floor);
  store8(output + 3 * channelBytes, d0, d1, floor);
}

function store8(output: usize, low: v128, high: v128, floor: v128): void {
  v128.store(output, f32x4.pmax(low, floor));
  v128.store(output, f32x4.pmax(high, floor), 16);
}

/** One pixel, its filter cut where it reaches over an edge; any count of channels. */
function onePixel(call: ConvolutionCall, y: i32, x: i32): void {
  const channelBytes = call.outputChannels << 2;
  const output = call.output + y * call.outputRowBytes + x * channelBytes;
  const floor = floorOf(call.activation);
  const top = y * call.strideY - call.padTop;
  const left = x * call.strideX - call.padLeft;
  const firstRow = max(0, -top);
  const endRow = min(call.kernelHeight, call.inputHeight - top);
  const firstColumn = max(0, -left);
  const columns = min(call.kernelWidth, call.inputWidth - left) - firstColumn;
  const wholeBytes = channelBytes & ~15;
  for (let at = 0; at < channelBytes; at += at < wholeBytes ? 16 : 4) {
    const whole = at < wholeBytes;
    let sum = whole ? v128.load(call.bias + at) : v128.load32_splat(call.bias + at);
    for (let row = firstRow; row < endRow; row++) {
      const pixel = (top + row) * call.inputWidth + left + firstColumn;
      let input = call.input + pixel * channelBytes + at;
      let weights = call.weights + (row * call.kernelWidth + firstColumn) * channelBytes + at;
      const end = input + columns * channelBytes;
      for (; input < end; input += channelBytes) {
        const value = whole ? v128.load(input) : v128.load32_splat(input);
        const weight = whole ? v128.load(weights) : v128.load32_splat(weights);
        sum = multiplyAdd(value, weight, sum);
        weights += channelBytes;
      }
    }
    sum = f32x4.pmax(sum, floor);
    if (whole) v128.store(output + at, sum);
    else v128.store32_lane(output + at, sum, 0);
  }
  finish(call, output, call.outputChannels);
}
