import type { Activation } from '../model';
import { placeValues } from '../plan/memory';
import type { ConvStep, Plan, Shape, Step } from '../plan/plan';
import { randomFloats, seededRandom } from './random';

/** A plan around one step, and what to call it. */
export interface StepCase {
  readonly name: string;
  readonly plan: Plan;
}

const random = seededRandom(7);

/** Random numbers, the same in each run. */
export const floats = (count: number): Float32Array => randomFloats(count, random);

/** Where the steps claim to stand in a model. */
export const PLACE = 'operator 0 (TEST)';

/**
 * Value 0 is the input, 1 the output; the values after them are made from the input by a
 * convolution each, so that side inputs hold something.
 */
export function planAround(step: Step, shapes: readonly [Shape, Shape, ...Shape[]]): Plan {
  const sides = shapes.slice(2).map((shape, index) => sideInput(shapes[0], shape, index + 2));
  return placeValues({ shapes, input: 0, output: 1, steps: [...sides.flat(), step] });
}

function sideInput(from: Shape, shape: Shape, output: number): Step {
  const [, height, width, channels] = shape;
  const filter = [from[1] - height + 1, from[2] - width + 1] as const;
  const strides = filter.some((size) => size < 1) ? undefined : filter;
  if (!strides) throw new RangeError('A side input cannot be larger than the input.');
  const taps = filter[0] * filter[1] * from[3];
  const weights = floats(channels * taps).map((weight) => weight / taps);
  const window = windowOf(filter, one, [0, 0]);
  return conv({ window, weights, bias: floats(channels), output });
}

/** Sizes down and across. */
export type Pair = readonly [y: number, x: number];

const one: Pair = [1, 1];

function windowOf(
  [kernelHeight, kernelWidth]: Pair,
  [strideY, strideX]: Pair,
  [padTop, padLeft]: Pair,
  [dilationY, dilationX] = one,
): ConvStep['window'] {
  return { kernelHeight, kernelWidth, strideY, strideX, dilationY, dilationX, padTop, padLeft };
}

function conv(given: Partial<ConvStep> & Pick<ConvStep, 'window' | 'weights' | 'bias'>): ConvStep {
  const rest = { scale: undefined, residual: undefined, activation: 'none' } as const;
  return { kind: 'conv', place: PLACE, input: 0, output: 1, ...rest, ...given };
}

/** What `convCase` needs to know. */
export interface ConvCase {
  readonly kind: 'conv' | 'depthwise';
  readonly input: Pair;
  readonly channels: Pair;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation?: Pair;
  readonly activation: Activation;
  readonly sides?: readonly ('scale' | 'residual')[];
}

/** A convolution padded to the same size, rounded up where it moves in strides. */
export function convCase(given: ConvCase): StepCase {
  const { kind, kernel, stride, dilation = one, activation, sides = [] } = given;
  const [inputs, outputs] = given.channels;
  const output = given.input.map((size, axis) => Math.ceil(size / (stride[axis] ?? 1)));
  const pads = output.map((size, axis) => {
    const filter = ((kernel[axis] ?? 1) - 1) * (dilation[axis] ?? 1) + 1;
    const reach = (size - 1) * (stride[axis] ?? 1) + filter;
    return Math.max(reach - (given.input[axis] ?? 0), 0) >> 1;
  });
  const window = windowOf(kernel, stride, [pads[0] ?? 0, pads[1] ?? 0], dilation);
  const outputShape: Shape = [1, output[0] ?? 0, output[1] ?? 0, outputs];
  const sideShapes = sides.map((side): Shape =>
    side === 'scale' ? [1, 1, 1, inputs] : outputShape,
  );
  const sideValues = Object.fromEntries(sides.map((side, index) => [side, index + 2]));
  const weights = floats(kernel[0] * kernel[1] * outputs * (kind === 'conv' ? inputs : 1));
  const step = conv({ kind, window, weights, bias: floats(outputs), activation, ...sideValues });
  const shapes = [[1, ...given.input, inputs], outputShape, ...sideShapes] as const;
  const spread = dilation === one ? '' : ` dilation ${dilation.join('×')}`;
  const moves = `stride ${stride.join('×')}${spread}`;
  const sizes = `${kernel.join('×')} ${moves} on ${given.input.join('×')}`;
  const name = `${kind} ${sizes}, ${inputs} to ${outputs} channels, ${[activation, ...sides].join()}`;
  return { name, plan: planAround(step, shapes) };
}
