import { activateSpan } from './activation';
import { multiplyAdd } from './simd';

/** Words of the call record, in order; see `NetworkKernels.multiply`. */
@unmanaged
export class MultiplyCall {
  input: usize;
  factor: usize;
  addend: usize;
  output: usize;
  pixels: i32;
  channels: i32;
  activation: i32;
}

export function multiply(call: MultiplyCall): void {
  const values = call.pixels * call.channels;
  if ((call.channels & 3) != 0) multiplyScalar(call);
  else if (call.addend != 0) multiplyAndAdd(call);
  else multiplyOnly(call);
  activateSpan(call.output, (values + 3) & ~3, call.activation);
}

function multiplyAndAdd(call: MultiplyCall): void {
  const bytes = call.channels << 2;
  let at: usize = 0;
  for (let pixel = 0; pixel < call.pixels; pixel++) {
    for (let channel = 0; channel < bytes; channel += 16) {
      const product = v128.load(call.input + at);
      const factor = v128.load(call.factor + channel);
      v128.store(call.output + at, multiplyAdd(product, factor, v128.load(call.addend + at)));
      at += 16;
    }
  }
}

function multiplyOnly(call: MultiplyCall): void {
  const bytes = call.channels << 2;
  let at: usize = 0;
  for (let pixel = 0; pixel < call.pixels; pixel++) {
    for (let channel = 0; channel < bytes; channel += 16) {
      const factor = v128.load(call.factor + channel);
      v128.store(call.output + at, f32x4.mul(v128.load(call.input + at), factor));
      at += 16;
    }
  }
}

function multiplyScalar(call: MultiplyCall): void {
  const bytes = call.channels << 2;
  let at: usize = 0;
  for (let pixel = 0; pixel < call.pixels; pixel++) {
    for (let channel = 0; channel < bytes; channel += 4) {
      const addend: f32 = call.addend == 0 ? 0 : load<f32>(call.addend + at);
      const product = load<f32>(call.input + at) * load<f32>(call.factor + channel);
      store<f32>(call.output + at, product + addend);
      at += 4;
    }
  }
}

/** Words of the call record, in order; see `NetworkKernels.add`. */
@unmanaged
export class AddCall {
  input: usize;
  other: usize;
  output: usize;
  count: i32;
  activation: i32;
}

export function add(call: AddCall): void {
  const bytes = ((call.count + 3) & ~3) << 2;
  if (call.other == 0) memory.copy(call.output, call.input, bytes);
  else {
    for (let at = 0; at < bytes; at += 16) {
      const sum = f32x4.add(v128.load(call.input + at), v128.load(call.other + at));
      v128.store(call.output + at, sum);
    }
  }
  activateSpan(call.output, bytes >> 2, call.activation);
}
