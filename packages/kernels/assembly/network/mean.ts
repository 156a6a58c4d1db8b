/** Words of the call record, in order; see `NetworkKernels.mean`. */
@unmanaged
export class MeanCall {
  input: usize;
  addend: usize;
  output: usize;
  pixels: i32;
  channels: i32;
}

export function mean(call: MeanCall): void {
  const bytes = call.channels << 2;
  memory.fill(call.output, 0, bytes);
  addPixels(call, call.input);
  if (call.addend != 0) addPixels(call, call.addend);
  const share: f32 = f32(1) / f32(call.pixels);
  for (let at = 0; at < bytes; at += 4) {
    store<f32>(call.output + at, load<f32>(call.output + at) * share);
  }
}

/** Sums few pixels at a time: a long sum of f32 would lose digits that the mask needs. */
const CHUNK_PIXELS = 64;

function addPixels(call: MeanCall, input: usize): void {
  const bytes = call.channels << 2;
  for (let done = 0; done < call.pixels; done += CHUNK_PIXELS) {
    addChunk(input + done * bytes, call.output, min(CHUNK_PIXELS, call.pixels - done), bytes);
  }
}

function addChunk(input: usize, output: usize, pixels: i32, bytes: i32): void {
  let at = 0;
  for (; at + 64 <= bytes; at += 64) sum16(input + at, output + at, pixels, bytes);
  for (; at + 16 <= bytes; at += 16) sum4(input + at, output + at, pixels, bytes);
  for (; at < bytes; at += 4) sum1(input + at, output + at, pixels, bytes);
}

/** Adds sixteen channels of some pixels to what stands in the output. */
function sum16(input: usize, output: usize, pixels: i32, bytes: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (let pixel = 0; pixel < pixels; pixel++) {
    a = f32x4.add(a, v128.load(input));
    b = f32x4.add(b, v128.load(input, 16));
    c = f32x4.add(c, v128.load(input, 32));
    d = f32x4.add(d, v128.load(input, 48));
    input += bytes;
  }
  addTo(output, a);
  addTo(output + 16, b);
  addTo(output + 32, c);
  addTo(output + 48, d);
}

function addTo(output: usize, sum: v128): void {
  v128.store(output, f32x4.add(v128.load(output), sum));
}

function sum4(input: usize, output: usize, pixels: i32, bytes: i32): void {
  let sum = f32x4.splat(0);
  for (let pixel = 0; pixel < pixels; pixel++) {
    sum = f32x4.add(sum, v128.load(input));
    input += bytes;
  }
  addTo(output, sum);
}

function sum1(input: usize, output: usize, pixels: i32, bytes: i32): void {
  let sum: f32 = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    sum += load<f32>(input);
    input += bytes;
  }
  store<f32>(output, load<f32>(output) + sum);
}
