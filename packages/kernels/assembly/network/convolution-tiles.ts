import { floorOf } from './activation';
import { ConvolutionCall, outputAt } from './convolution-call';
import { multiplyAdd, splatAt, storeEight } from './simd';

/** Pixels of a tile, which holds eight sums of each in registers. */
export const TILE_PIXELS = 4;

/**
 * Eight channels along a row, tile by tile; all columns must see the filter's whole width. The
 * weights of eight channels stay in the nearest cache, which all channels' would not.
 */
export function tileRow(call: ConvolutionCall, y: i32, x: i32, end: i32, channel: i32): void {
  const top = y * call.strideY - call.padTop;
  const firstRow = max(0, -top);
  const rows = min(call.kernelHeight, call.inputHeight - top) - firstRow;
  const step = (call.strideX * call.inputChannels) << 2;
  const rowBytes = (call.inputWidth * call.inputChannels) << 2;
  const runBytes = (call.kernelWidth * call.inputChannels) << 5;
  const firstBlockRow = (channel >> 3) * call.kernelHeight + firstRow;
  const firstWeights = call.weights + firstBlockRow * runBytes;
  const endWeights = firstWeights + rows * runBytes;
  const firstPixel = (top + firstRow) * call.inputWidth - call.padLeft;
  const input = call.input + ((firstPixel * call.inputChannels) << 2);
  const output = outputAt(call, y, 0) + (channel << 2);
  const pixelBytes = call.outputChannels << 2;
  const bias = call.bias + (channel << 2);
  const low = v128.load(bias);
  const high = v128.load(bias, 16);
  const floor = floorOf(call.activation);
  // The last tile may do columns again, which is cheaper than one by one.
  const last = end - TILE_PIXELS;
  for (let column = x; ; column = min(column + TILE_PIXELS, last)) {
    // Pixels a to d, four of their channels in 0, four in 1.
    let a0 = low,
      a1 = high,
      b0 = low,
      b1 = high,
      c0 = low,
      c1 = high,
      d0 = low,
      d1 = high;
    let row = input + column * step;
    let weights = firstWeights;
    while (weights < endWeights) {
      let a = row;
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
      row += rowBytes;
    }
    let at = output + column * pixelBytes;
    storeEight(at, a0, a1, floor);
    at += pixelBytes;
    storeEight(at, b0, b1, floor);
    at += pixelBytes;
    storeEight(at, c0, c1, floor);
    at += pixelBytes;
    storeEight(at, d0, d1, floor);
    if (column == last) return;
  }
}
