import type { ConvStep, TransposedStep } from '../plan/plan';
import type { Tensor } from './tensor';

/** Calls `visit` for every place of the filter that lies inside the input. */
function eachTap(
  { window }: ConvStep,
  input: Tensor,
  [y, x]: readonly [number, number],
  visit: (tap: number, pixel: number) => void,
): void {
  const [, height, width] = input.shape;
  const [top, left] = [y * window.strideY - window.padTop, x * window.strideX - window.padLeft];
  for (let ky = 0; ky < window.kernelHeight; ky++) {
    for (let kx = 0; kx < window.kernelWidth; kx++) {
      const inputY = top + ky * window.dilationY;
      const inputX = left + kx * window.dilationX;
      if (inputY < 0 || inputY >= height || inputX < 0 || inputX >= width) continue;
      visit(ky * window.kernelWidth + kx, inputY * width + inputX);
    }
  }
}

function eachPixel(tensor: Tensor, visit: (y: number, x: number) => void): void {
  const [, height, width] = tensor.shape;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) visit(y, x);
}

function dot(a: Float32Array, aAt: number, b: Float32Array, bAt: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (a[aAt + i] ?? 0) * (b[bAt + i] ?? 0);
  return sum;
}

function accumulate(tensor: Tensor, at: number, summand: number): void {
  tensor.values[at] = (tensor.values[at] ?? 0) + summand;
}

function scaled(input: Tensor, scale: Float32Array | undefined): Float32Array {
  if (!scale) return input.values;
  return input.values.map((value, index) => value * (scale[index % scale.length] ?? 0));
}

/** `[H,W,inC]` → `[H',W',outC]`, weights `[outC,kH,kW,inC]`. */
export function convolve(
  step: ConvStep,
  input: Tensor,
  output: Tensor,
  scale: Float32Array | undefined,
): void {
  const { weights, bias } = step;
  const [inputs, taps] = [input.shape[3], step.window.kernelHeight * step.window.kernelWidth];
  const values = scaled(input, scale);
  let at = 0;
  eachPixel(output, (y, x) => {
    output.values.set(bias, at);
    eachTap(step, input, [y, x], (tap, pixel) => {
      for (let channel = 0; channel < bias.length; channel++) {
        const from = (channel * taps + tap) * inputs;
        accumulate(output, at + channel, dot(values, pixel * inputs, weights, from, inputs));
      }
    });
    at += bias.length;
  });
}

/** `[H,W,C]` → `[H',W',C]`, weights `[kH,kW,C]`. */
export function convolveDepthwise(step: ConvStep, input: Tensor, output: Tensor): void {
  const { weights, bias } = step;
  const channels = bias.length;
  let at = 0;
  eachPixel(output, (y, x) => {
    output.values.set(bias, at);
    eachTap(step, input, [y, x], (tap, pixel) => {
      for (let channel = 0; channel < channels; channel++) {
        const value = input.values[pixel * channels + channel] ?? 0;
        accumulate(output, at + channel, value * (weights[tap * channels + channel] ?? 0));
      }
    });
    at += channels;
  });
}

/** `[H,W,inC]` → `[H·kH,W·kW,outC]`, weights `[outC,kH,kW,inC]`, nothing overlaps. */
export function convolveTransposed(step: TransposedStep, input: Tensor, output: Tensor): void {
  const { weights, bias, kernelHeight, kernelWidth } = step;
  const [width, inputs] = [input.shape[2], input.shape[3]];
  let at = 0;
  eachPixel(output, (y, x) => {
    const pixel = Math.floor(y / kernelHeight) * width + Math.floor(x / kernelWidth);
    const tap = (y % kernelHeight) * kernelWidth + (x % kernelWidth);
    for (let channel = 0; channel < bias.length; channel++) {
      const from = (channel * kernelHeight * kernelWidth + tap) * inputs;
      const sum = dot(input.values, pixel * inputs, weights, from, inputs);
      output.values[at++] = sum + (bias[channel] ?? 0);
    }
  });
}
