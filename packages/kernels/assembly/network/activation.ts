import { multiplyAdd, splatAt } from './simd';

// The codes stand in network-kernels.ts too.
const RELU = 1;
const RELU6 = 2;
const HARD_SWISH = 3;
const LOGISTIC = 4;

/** The least value that an activation lets through: relu costs one instruction in the tile. */
export function floorOf(activation: i32): v128 {
  return f32x4.splat(activation == RELU || activation == RELU6 ? 0 : -Infinity);
}

/**
 * The largest value that an activation lets through. Tiles leave it to `finishSpan`: they have no
 * register for it.
 */
export function ceilingOf(activation: i32): v128 {
  return f32x4.splat(activation == RELU6 ? 6 : Infinity);
}

/** Whether floor and ceiling are all that an activation does. */
export function boundsDo(activation: i32): bool {
  return activation <= RELU6;
}

function clampTo6(value: v128): v128 {
  return f32x4.pmin(f32x4.pmax(value, f32x4.splat(0)), f32x4.splat(6));
}

function hardSwish(value: v128): v128 {
  const gate = clampTo6(f32x4.add(value, f32x4.splat(3)));
  return f32x4.mul(f32x4.mul(value, f32x4.splat(1.0 / 6.0)), gate);
}

/** e to the value: 2ⁿ·eʳ with |r| ≤ ln2/2, a polynomial of degree 5 (as in Cephes' expf). */
function exponential(value: v128): v128 {
  const bounded = f32x4.pmin(f32x4.pmax(value, f32x4.splat(-87)), f32x4.splat(87));
  const power = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(1.44269504)));
  let rest = multiplyAdd(power, f32x4.splat(-0.693359375), bounded);
  rest = multiplyAdd(power, f32x4.splat(2.1219444e-4), rest);
  let sum = multiplyAdd(f32x4.splat(1.98756915e-4), rest, f32x4.splat(1.3981999507e-3));
  sum = multiplyAdd(sum, rest, f32x4.splat(8.3334519073e-3));
  sum = multiplyAdd(sum, rest, f32x4.splat(4.1665795894e-2));
  sum = multiplyAdd(sum, rest, f32x4.splat(1.6666665459e-1));
  sum = multiplyAdd(sum, rest, f32x4.splat(0.5));
  sum = f32x4.add(multiplyAdd(f32x4.mul(rest, rest), sum, rest), f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127));
  return f32x4.mul(sum, i32x4.shl(exponent, 23));
}

function logistic(value: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(value))));
}

function apply(value: v128, activation: i32): v128 {
  if (activation == RELU) return f32x4.pmax(value, f32x4.splat(0));
  if (activation == RELU6) return clampTo6(value);
  if (activation == HARD_SWISH) return hardSwish(value);
  if (activation == LOGISTIC) return logistic(value);
  return value;
}

function hardSwishSpan(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, hardSwish(v128.load(at)));
}

function logisticSpan(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, logistic(v128.load(at)));
}

function clampSpan(at: usize, end: usize): void {
  for (; at < end; at += 16) v128.store(at, clampTo6(v128.load(at)));
}

function addSpan(at: usize, end: usize, other: usize): void {
  for (; at < end; at += 16) {
    v128.store(at, f32x4.add(v128.load(at), v128.load(other)));
    other += 16;
  }
}

/** The last one to three values of a span, one by one. */
function finishRest(at: usize, end: usize, activation: i32, residual: usize): void {
  for (; at < end; at += 4) {
    let value = f32x4.extract_lane(apply(splatAt(at), activation), 0);
    if (residual != 0) {
      value += load<f32>(residual);
      residual += 4;
    }
    store<f32>(at, value);
  }
}

/**
 * Activates values that were just stored and are still in the nearest cache, then adds the residual.
 * Relu is not done here but for the values that do not fill a vector: the tiles have done it.
 */
export function finishSpan(output: usize, count: i32, activation: i32, residual: usize): void {
  if (activation <= RELU && residual == 0) return;
  const whole = output + ((count & ~3) << 2);
  if (activation == HARD_SWISH) hardSwishSpan(output, whole);
  else if (activation == LOGISTIC) logisticSpan(output, whole);
  else if (activation == RELU6) clampSpan(output, whole);
  if (residual != 0) addSpan(output, whole, residual);
  const skipped = residual == 0 ? usize(0) : residual + (whole - output);
  finishRest(whole, output + (count << 2), activation, skipped);
}

/** Activates `count` values, a multiple of 4, in place; unlike `finishSpan` it does relu too. */
export function activateSpan(output: usize, count: i32, activation: i32): void {
  if (activation != RELU) return finishSpan(output, count, activation, 0);
  const end = output + (count << 2);
  for (let at = output; at < end; at += 16) {
    v128.store(at, f32x4.pmax(v128.load(at), f32x4.splat(0)));
  }
}
