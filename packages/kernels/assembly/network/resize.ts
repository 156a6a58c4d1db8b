import { multiplyAdd } from './simd';

/** Words of the call record, in order; see `NetworkKernels.resizeBilinear`. */
@unmanaged
export class ResizeCall {
  input: usize;
  output: usize;
  inputHeight: i32;
  inputWidth: i32;
  outputHeight: i32;
  outputWidth: i32;
  channels: i32;
  /** Input rows per output row. */
  scaleY: f32;
  scaleX: f32;
  /** 0.5 when positions are those of the pixels' centres. */
  centre: f32;
  /** Scratch: two rows of `wideFloats`. */
  rows: usize;
}

/** Each input row is widened once, and then mixed with the next for all rows between them. */
export function resizeBilinear(call: ResizeCall): void {
  const rowBytes = (call.outputWidth * call.channels) << 2;
  let output = call.output;
  let ready = -1;
  for (let y = 0; y < call.outputHeight; y++) {
    const position = positionOf(y, call.scaleY, call.centre, call.inputHeight);
    const low = i32(position);
    const high = min(low + 1, call.inputHeight - 1);
    for (ready = max(ready, low - 1); ready < high;) widenRow(call, ++ready);
    mixRows(output, wideRow(call, low), wideRow(call, high), rowBytes, position - f32(low));
    output += rowBytes;
  }
}

/** Floats from one wide row to the next: whole vectors, and one more for what is stored beyond. */
function wideFloats(call: ResizeCall): i32 {
  return (call.outputWidth * call.channels + 7) & ~3;
}

/** Where a row stands once it is widened; the next one takes the other place. */
function wideRow(call: ResizeCall, row: i32): usize {
  return call.rows + (((row & 1) * wideFloats(call)) << 2);
}

/** Where an output sample lies in the input, kept inside. */
function positionOf(index: i32, scale: f32, centre: f32, size: i32): f32 {
  const position: f32 = (f32(index) + centre) * scale - centre;
  return max<f32>(0, min<f32>(position, f32(size - 1)));
}

function widenRow(call: ResizeCall, row: i32): void {
  const pixelBytes = call.channels << 2;
  const input = call.input + row * call.inputWidth * pixelBytes;
  let output = wideRow(call, row);
  for (let x = 0; x < call.outputWidth; x++) {
    const position = positionOf(x, call.scaleX, call.centre, call.inputWidth);
    const low = i32(position);
    const left = input + low * pixelBytes;
    const right = input + min(low + 1, call.inputWidth - 1) * pixelBytes;
    mixRows(output, left, right, pixelBytes, position - f32(low));
    output += pixelBytes;
  }
}

/** Mixes in whole vectors; what is stored beyond the end, the next pixel or row overwrites. */
function mixRows(output: usize, a: usize, b: usize, bytes: i32, fraction: f32): void {
  const part = f32x4.splat(fraction);
  for (const end = a + bytes; a < end; a += 16) {
    const from = v128.load(a);
    v128.store(output, multiplyAdd(f32x4.sub(v128.load(b), from), part, from));
    b += 16;
    output += 16;
  }
}
