import { HEAD } from './taps';

/** Words of the call record, in order; see `ImageKernels.scalePlane`. */
@unmanaged
export class ResampleCall {
  sourceStride: usize;
  sourceWidth: i32;
  targetStride: usize;
  width: i32;
  height: i32;
  xTaps: usize;
  xEntryBytes: usize;
  yTaps: usize;
  yEntryBytes: usize;
  row: usize;
}

/** Weighs the rows that one output row covers into a row of 16-bit values, 128 times as large. */
function weighRows(call: ResampleCall, source: usize, entry: usize): void {
  const row = call.row;
  const stride = call.sourceStride;
  const width = <usize>call.sourceWidth;
  const top = source + <usize>load<i32>(entry) * stride;
  const taps = load<i32>(entry, 4);
  for (let x: usize = 0; x < width; x += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let at = top + x;
    for (let k = 0; k < taps; k++) {
      const weight = v128.load16_splat(entry + HEAD + ((<usize>k) << 1));
      const values = v128.load(at);
      low = i16x8.add(low, i16x8.mul(i16x8.extend_low_i8x16_u(values), weight));
      high = i16x8.add(high, i16x8.mul(i16x8.extend_high_i8x16_u(values), weight));
      at += stride;
    }
    v128.store(row + (x << 1), i16x8.shr_u(low, 1));
    v128.store(row + (x << 1), i16x8.shr_u(high, 1), 16);
  }
}

/** One output value, 2^15 times as large. Weights beyond the taps are zero, so it may read on. */
function weighColumn(row: usize, entry: usize, end: usize): i32 {
  let sum = i32x4.splat(0);
  let at = row + ((<usize>load<i32>(entry)) << 1);
  for (let weights = entry + HEAD; weights < end; weights += 16) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(at), v128.load(weights)));
    at += 16;
  }
  sum = i32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/** Stores a value that is 2^15 times as large: rounded as a byte, divided by 256 as a float. */
function put<T>(target: usize, value: i32): void {
  if (isFloat<T>()) store<f32>(target, <f32>value * <f32>(1.0 / 8388608.0));
  else store<u8>(target, <u8>((value + 0x4000) >> 15));
}

function resample<T>(target: usize, source: usize, call: ResampleCall): void {
  const row = call.row;
  const entryBytes = call.xEntryBytes;
  const end = call.xTaps + <usize>call.width * entryBytes;
  for (let y = 0; y < call.height; y++) {
    weighRows(call, source, call.yTaps + <usize>y * call.yEntryBytes);
    let at = target;
    for (let entry = call.xTaps; entry < end; entry += entryBytes) {
      put<T>(at, weighColumn(row, entry, entry + entryBytes));
      at += sizeof<T>();
    }
    target += call.targetStride;
  }
}

export function scalePlane(target: usize, source: usize, call: ResampleCall): void {
  resample<u8>(target, source, call);
}

export function shrinkPlane(target: usize, source: usize, call: ResampleCall): void {
  resample<f32>(target, source, call);
}
