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
}

export function resizeBilinear(call: ResizeCall): void {
  const rowBytes = (call.inputWidth * call.channels) << 2;
  let output = call.output;
  for (let y = 0; y < call.outputHeight; y++) {
    const position = positionOf(y, call.scaleY, call.centre, call.inputHeight);
    const low = i32(position);
    const upper = call.input + low * rowBytes;
    const lower = call.input + min(low + 1, call.inputHeight - 1) * rowBytes;
    output = resizeRow(call, upper, lower, position - f32(low), output);
  }
}

/** Where an output sample lies in the input, kept inside. */
function positionOf(index: i32, scale: f32, centre: f32, size: i32): f32 {
  const position: f32 = (f32(index) + centre) * scale - centre;
  return max<f32>(0, min<f32>(position, f32(size - 1)));
}

function resizeRow(
  call: ResizeCall,
  upper: usize,
  lower: usize,
  fractionY: f32,
  output: usize,
): usize {
  const bytes = call.channels << 2;
  for (let x = 0; x < call.outputWidth; x++) {
    const position = positionOf(x, call.scaleX, call.centre, call.inputWidth);
    const low = i32(position);
    const left = low * bytes;
    const right = min(low + 1, call.inputWidth - 1) * bytes;
    mixPixels(
      upper + left,
      upper + right,
      lower + left,
      lower + right,
      output,
      bytes,
      position - f32(low),
      fractionY,
    );
    output += bytes;
  }
  return output;
}

function mix(a: v128, b: v128, fraction: v128): v128 {
  return multiplyAdd(f32x4.sub(b, a), fraction, a);
}

function mixPixels(
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  output: usize,
  bytes: i32,
  fractionX: f32,
  fractionY: f32,
): void {
  const x = f32x4.splat(fractionX);
  const y = f32x4.splat(fractionY);
  const whole = bytes & ~15;
  let at = 0;
  for (; at < whole; at += 16) {
    const top = mix(v128.load(a + at), v128.load(b + at), x);
    const bottom = mix(v128.load(c + at), v128.load(d + at), x);
    v128.store(output + at, mix(top, bottom, y));
  }
  for (; at < bytes; at += 4) {
    const top = mix(v128.load32_splat(a + at), v128.load32_splat(b + at), x);
    const bottom = mix(v128.load32_splat(c + at), v128.load32_splat(d + at), x);
    v128.store32_lane(output + at, mix(top, bottom, y), 0);
  }
}
