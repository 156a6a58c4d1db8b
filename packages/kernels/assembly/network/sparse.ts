import { boundsDo, ceilingOf, finishSpan, floorOf } from './activation';
import { multiplyAdd } from './simd';

/** Words of the call record, in order; see `NetworkKernels.convolveSparse`. */
@unmanaged
export class SparseCall {
  input: usize;
  output: usize;
  weights: usize;
  bias: usize;
  pixels: i32;
  inputChannels: i32;
  outputChannels: i32;
  activation: i32;
  /** Scratch: the lists' ends, then the lists; CHUNK_PIXELS × (4 + CHUNK_CHANNELS × 8) bytes. */
  scratch: usize;
}

/** Few enough for their lists to stay in the second cache while all weights go by. */
const CHUNK_PIXELS = 64;
/** So many input channels that the weights from them to 32 outputs stay in the nearest cache. */
const CHUNK_CHANNELS = 192;
/** Bytes of 32 weights. */
const ROW_SHIFT = 7;
/** A list's entry: where a channel's weights stand, and its value. */
const ENTRY_BYTES = 8;

/** For each set of four lanes, the bytes that bring them to the front. */
// prettier-ignore
const FRONT = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  4, 5, 6, 7, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 255, 255, 255, 255, 255, 255, 255, 255,
  8, 9, 10, 11, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 8, 9, 10, 11, 255, 255, 255, 255, 255, 255, 255, 255,
  4, 5, 6, 7, 8, 9, 10, 11, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255, 255, 255, 255,
  12, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 12, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255,
  4, 5, 6, 7, 12, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 255, 255, 255, 255,
  8, 9, 10, 11, 12, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 255, 255, 255, 255,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
], 16);

export function convolveSparse(call: SparseCall): void {
  for (let pixel = 0; pixel < call.pixels; pixel += CHUNK_PIXELS) {
    const end = min(pixel + CHUNK_PIXELS, call.pixels);
    for (let channel = 0; channel < call.inputChannels; channel += CHUNK_CHANNELS) {
      chunk(call, pixel, end, channel, min(channel + CHUNK_CHANNELS, call.inputChannels));
    }
  }
}

/** Some pixels, from some of their channels to all outputs. */
function chunk(call: SparseCall, pixel: i32, end: i32, channel: i32, endChannel: i32): void {
  const count = end - pixel;
  const ends = call.scratch;
  const lists = ends + (CHUNK_PIXELS << 2);
  const isFirst = channel == 0;
  const isLast = endChannel == call.inputChannels;
  const pixelBytes = call.inputChannels << 2;
  let list = lists;
  let input = call.input + pixel * pixelBytes + (channel << 2);
  for (let at = 0; at < count; at++) {
    list = listNonZero(input, (endChannel - channel) << 2, list);
    store<u32>(ends + (at << 2), u32(list));
    input += pixelBytes;
  }
  const activation = isLast ? call.activation : 0;
  const floor = floorOf(activation);
  const ceiling = ceilingOf(activation);
  const outputBytes = call.outputChannels << 2;
  const blockBytes = call.inputChannels << ROW_SHIFT;
  let weights = call.weights + (channel << ROW_SHIFT);
  let output = call.output + pixel * outputBytes;
  for (let at = 0; at < outputBytes; at += 128) {
    list = lists;
    let to = output + at;
    for (let i = 0; i < count; i++) {
      const endOfList = load<u32>(ends + (i << 2));
      onePixel(list, endOfList, weights, isFirst ? call.bias + at : to, to, floor, ceiling);
      list = endOfList;
      to += outputBytes;
    }
    weights += blockBytes;
  }
  if (isLast && !boundsDo(call.activation)) {
    const first = call.output + pixel * outputBytes;
    finishSpan(first, count * call.outputChannels, call.activation, 0);
  }
}

/** Lists where the weights of what is not zero stand, and its value; gives the list's end. */
function listNonZero(input: usize, bytes: i32, list: usize): usize {
  let places = i32x4(0, 1 << ROW_SHIFT, 2 << ROW_SHIFT, 3 << ROW_SHIFT);
  const step = i32x4.splat(4 << ROW_SHIFT);
  const zero = f32x4.splat(0);
  for (const end = input + bytes; input < end; input += 16) {
    const values = v128.load(input);
    const lanes = i32x4.bitmask(f32x4.ne(values, zero));
    const front = v128.load(FRONT + (lanes << 4));
    const from = i8x16.swizzle(places, front);
    const kept = i8x16.swizzle(values, front);
    v128.store(list, v128.shuffle<i32>(from, kept, 0, 4, 1, 5));
    v128.store(list, v128.shuffle<i32>(from, kept, 2, 6, 3, 7), 16);
    list += popcnt(lanes) * ENTRY_BYTES;
    places = i32x4.add(places, step);
  }
  return list;
}

function bounded(value: v128, floor: v128, ceiling: v128): v128 {
  return f32x4.pmin(f32x4.pmax(value, floor), ceiling);
}

/** Thirty-two outputs of a pixel. */
function onePixel(
  list: usize,
  end: usize,
  weights: usize,
  start: usize,
  output: usize,
  floor: v128,
  ceiling: v128,
): void {
  let a = v128.load(start);
  let b = v128.load(start, 16);
  let c = v128.load(start, 32);
  let d = v128.load(start, 48);
  let e = v128.load(start, 64);
  let f = v128.load(start, 80);
  let g = v128.load(start, 96);
  let h = v128.load(start, 112);
  for (; list < end; list += ENTRY_BYTES) {
    const row = weights + load<u32>(list);
    const value = v128.load32_splat(list, 4);
    a = multiplyAdd(value, v128.load(row), a);
    b = multiplyAdd(value, v128.load(row, 16), b);
    c = multiplyAdd(value, v128.load(row, 32), c);
    d = multiplyAdd(value, v128.load(row, 48), d);
    e = multiplyAdd(value, v128.load(row, 64), e);
    f = multiplyAdd(value, v128.load(row, 80), f);
    g = multiplyAdd(value, v128.load(row, 96), g);
    h = multiplyAdd(value, v128.load(row, 112), h);
  }
  v128.store(output, bounded(a, floor, ceiling));
  v128.store(output, bounded(b, floor, ceiling), 16);
  v128.store(output, bounded(c, floor, ceiling), 32);
  v128.store(output, bounded(d, floor, ceiling), 48);
  v128.store(output, bounded(e, floor, ceiling), 64);
  v128.store(output, bounded(f, floor, ceiling), 80);
  v128.store(output, bounded(g, floor, ceiling), 96);
  v128.store(output, bounded(h, floor, ceiling), 112);
}
