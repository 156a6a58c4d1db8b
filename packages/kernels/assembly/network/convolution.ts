import { floorOf } from './activation';
import { ConvolutionCall, finish, interiorEnd, interiorStart, outputAt } from './convolution-call';
import { TILE_PIXELS, tileRow } from './convolution-tiles';
import { multiplyAdd, splatAt, storeEight, storeLanes } from './simd';

export function convolve(call: ConvolutionCall): void {
  const left = interiorStart(call);
  const right = interiorEnd(call);
  for (let y = 0; y < call.outputHeight; y++) {
    let x = 0;
    for (; x < left; x++) borderPixel(call, y, x);
    if (right - left >= TILE_PIXELS) x = interior(call, y, left, right);
    for (; x < call.outputWidth; x++) borderPixel(call, y, x);
  }
}

/** Few enough for their inputs to stay in the nearest cache while all weights go by. */
const CHUNK_PIXELS = 32;

/** At least one tile of columns that see the filter's whole width; its rows may be cut. */
function interior(call: ConvolutionCall, y: i32, x: i32, end: i32): i32 {
  while (x < end) {
    // What is left after a chunk must fill a tile.
    const next = end - x < CHUNK_PIXELS + TILE_PIXELS ? end : x + CHUNK_PIXELS;
    chunk(call, y, x, next);
    x = next;
  }
  return end;
}

function chunk(call: ConvolutionCall, y: i32, x: i32, end: i32): void {
  const channels = call.outputChannels;
  const whole = channels & ~7;
  for (let channel = 0; channel < whole; channel += 8) tileRow(call, y, x, end, channel);
  if (whole < channels) {
    for (let column = x; column < end; column++) onePixel(call, y, column, whole);
  }
  finish(call, outputAt(call, y, x), (end - x) * channels);
}

function borderPixel(call: ConvolutionCall, y: i32, x: i32): void {
  onePixel(call, y, x, 0);
  finish(call, outputAt(call, y, x), call.outputChannels);
}

/** One pixel from a channel on, its filter cut where it reaches over an edge. */
function onePixel(call: ConvolutionCall, y: i32, x: i32, firstChannel: i32): void {
  const channels = call.outputChannels;
  const inputs = call.inputChannels;
  const top = y * call.strideY - call.padTop;
  const left = x * call.strideX - call.padLeft;
  const firstRow = max(0, -top);
  const endRow = min(call.kernelHeight, call.inputHeight - top);
  const firstColumn = max(0, -left);
  const run = (min(call.kernelWidth, call.inputWidth - left) - firstColumn) * inputs;
  const floor = floorOf(call.activation);
  const output = outputAt(call, y, x);
  for (let channel = firstChannel; channel < channels; channel += 8) {
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
}

/** Stores eight channels, or as many as are left. */
function storeUpToEight(output: usize, low: v128, high: v128, left: i32, floor: v128): void {
  if (left >= 8) return storeEight(output, low, high, floor);
  storeLanes(output, f32x4.pmax(low, floor), left);
  if (left > 4) storeLanes(output + 16, f32x4.pmax(high, floor), left - 4);
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
