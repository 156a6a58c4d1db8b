import { activateSpan } from './activation';
import { multiplyAdd, splatAt } from './simd';

/** Words of the call record, in order; see `NetworkKernels.convolveTransposed`. */
@unmanaged
export class TransposedCall {
  input: usize;
  output: usize;
  weights: usize;
  bias: usize;
  inputHeight: i32;
  inputWidth: i32;
  inputChannels: i32;
  activation: i32;
}

export function convolveTransposed(call: TransposedCall): void {
  const pixelBytes = call.inputChannels << 2;
  const bias = splatAt(call.bias);
  const rowBytes = call.inputWidth << 3;
  let input = call.input;
  for (let y = 0; y < call.inputHeight; y++) {
    const upper = call.output + 2 * y * rowBytes;
    let at = upper;
    let x = 0;
    for (; x + 4 <= call.inputWidth; x += 4) {
      fourPixels(input, pixelBytes, call.weights, bias, at, rowBytes);
      input += pixelBytes << 2;
      at += 32;
    }
    for (; x < call.inputWidth; x++) {
      onePixel(input, pixelBytes, call.weights, bias, at, rowBytes);
      input += pixelBytes;
      at += 8;
    }
    // Both rows together are a multiple of four values long.
    activateSpan(upper, call.inputWidth << 2, call.activation);
  }
}

/** The four outputs of a pixel are the lanes: upper left, upper right, lower left, lower right. */
function fourPixels(
  a: usize,
  pixelBytes: i32,
  weights: usize,
  bias: v128,
  output: usize,
  rowBytes: i32,
): void {
  let b = a + pixelBytes;
  let c = b + pixelBytes;
  let d = c + pixelBytes;
  let sumA = bias,
    sumB = bias,
    sumC = bias,
    sumD = bias;
  for (const end = a + pixelBytes; a < end; a += 4) {
    const weight = v128.load(weights);
    sumA = multiplyAdd(splatAt(a), weight, sumA);
    sumB = multiplyAdd(splatAt(b), weight, sumB);
    sumC = multiplyAdd(splatAt(c), weight, sumC);
    sumD = multiplyAdd(splatAt(d), weight, sumD);
    weights += 16;
    b += 4;
    c += 4;
    d += 4;
  }
  v128.store(output, v128.shuffle<f64>(sumA, sumB, 0, 2));
  v128.store(output, v128.shuffle<f64>(sumC, sumD, 0, 2), 16);
  v128.store(output + rowBytes, v128.shuffle<f64>(sumA, sumB, 1, 3));
  v128.store(output + rowBytes, v128.shuffle<f64>(sumC, sumD, 1, 3), 16);
}

function onePixel(
  input: usize,
  pixelBytes: i32,
  weights: usize,
  bias: v128,
  output: usize,
  rowBytes: i32,
): void {
  let sum = bias;
  for (const end = input + pixelBytes; input < end; input += 4) {
    sum = multiplyAdd(splatAt(input), v128.load(weights), sum);
    weights += 16;
  }
  v128.store64_lane(output, sum, 0);
  v128.store64_lane(output + rowBytes, sum, 1);
}
