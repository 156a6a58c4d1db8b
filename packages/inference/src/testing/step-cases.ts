import type { Activation } from '../model';
import { placeValues } from '../plan/memory';
import { elementCount, type Shape, type Step } from '../plan/plan';
import {
  convCase,
  floats,
  PLACE,
  planAround,
  type ConvCase,
  type Pair,
  type StepCase,
} from './plan-around';
import { tileCases } from './tile-cases';

const one: Pair = [1, 1];
const convCases: readonly ConvCase[] = [
  {
    kind: 'conv',
    input: [13, 11],
    channels: [3, 5],
    kernel: [3, 3],
    stride: [2, 2],
    activation: 'hard-swish',
  },
  {
    kind: 'conv',
    input: [14, 22],
    channels: [3, 16],
    kernel: [3, 3],
    stride: [2, 2],
    activation: 'relu',
  },
  {
    kind: 'conv',
    input: [7, 5],
    channels: [9, 13],
    kernel: one,
    stride: one,
    activation: 'none',
    sides: ['residual'],
  },
  {
    kind: 'conv',
    input: [7, 5],
    channels: [9, 13],
    kernel: one,
    stride: one,
    activation: 'logistic',
    sides: ['scale'],
  },
  {
    kind: 'conv',
    input: [6, 6],
    channels: [16, 24],
    kernel: one,
    stride: one,
    activation: 'relu',
    sides: ['scale', 'residual'],
  },
  {
    kind: 'conv',
    input: [2, 3],
    channels: [4, 9],
    kernel: [5, 7],
    stride: one,
    activation: 'relu6',
  },
  {
    kind: 'conv',
    input: [9, 10],
    channels: [2, 1],
    kernel: [1, 4],
    stride: [3, 1],
    activation: 'none',
  },
  { kind: 'conv', input: one, channels: [1, 1], kernel: one, stride: one, activation: 'relu' },
  {
    kind: 'depthwise',
    input: [9, 16],
    channels: [24, 24],
    kernel: [5, 5],
    stride: one,
    activation: 'hard-swish',
  },
  {
    kind: 'depthwise',
    input: [10, 13],
    channels: [16, 16],
    kernel: [5, 5],
    stride: [2, 2],
    activation: 'relu6',
  },
  {
    kind: 'depthwise',
    input: [8, 9],
    channels: [16, 16],
    kernel: [3, 3],
    stride: one,
    activation: 'relu',
    sides: ['residual'],
  },
  {
    kind: 'depthwise',
    input: [8, 12],
    channels: [8, 8],
    kernel: [3, 3],
    stride: [2, 2],
    activation: 'none',
  },
  {
    kind: 'depthwise',
    input: [7, 11],
    channels: [5, 5],
    kernel: [3, 3],
    stride: one,
    activation: 'logistic',
  },
  {
    kind: 'depthwise',
    input: [7, 11],
    channels: [13, 13],
    kernel: [3, 2],
    stride: [1, 2],
    activation: 'relu',
    sides: ['residual'],
  },
  {
    kind: 'depthwise',
    input: one,
    channels: [8, 8],
    kernel: [3, 3],
    stride: one,
    activation: 'none',
  },
];

function transposedCase(input: Shape, kernel: Pair, outputs: number): StepCase {
  const [kernelHeight, kernelWidth] = kernel;
  const weights = floats(outputs * kernelHeight * kernelWidth * input[3]);
  const size = { kernelHeight, kernelWidth, weights, bias: floats(outputs) };
  const place = { place: PLACE, input: 0, output: 1 };
  const step: Step = { kind: 'transposed', ...place, ...size, activation: 'logistic' };
  const shape: Shape = [1, input[1] * kernelHeight, input[2] * kernelWidth, outputs];
  const name = `transposed ${kernel.join('×')} on ${input.join()} to ${outputs} channels`;
  return { name, plan: planAround(step, [input, shape]) };
}

function resizeCase(input: Shape, output: Shape, aligned: boolean, centred: boolean): StepCase {
  const place = { place: PLACE, input: 0, output: 1 };
  const options = { alignCorners: aligned, halfPixelCenters: centred };
  const name = `resize ${input.join()} to ${output.join()}, ${JSON.stringify(options)}`;
  return { name, plan: planAround({ kind: 'resize', ...place, ...options }, [input, output]) };
}

function plainCase(step: Step, shapes: readonly [Shape, Shape, ...Shape[]]): StepCase {
  const values = shapes.map((shape) => elementCount(shape)).join();
  const activation = 'activation' in step ? `, ${step.activation}` : '';
  return { name: `${step.kind} on ${values} values${activation}`, plan: planAround(step, shapes) };
}

const at = { place: PLACE, input: 0, output: 1 } as const;

/** A 1×1 convolution of what relu gives, half of it zeros. */
function rectifiedCase(input: Shape, outputs: number, activation: Activation): StepCase {
  const pointwise = convCase({
    ...{ kind: 'conv', input: [input[1], input[2]], channels: [input[3], outputs] },
    ...{ kernel: one, stride: one, activation },
  });
  const { shapes, steps } = pointwise.plan;
  const rectify: Step = { kind: 'activate', ...at, output: 2, activation: 'relu' };
  const [step] = steps;
  if (!step) throw new RangeError('A case has a step.');
  const graph = { shapes: [...shapes, input], steps: [rectify, { ...step, input: 2 }] };
  const plan = placeValues({ ...graph, input: 0, output: 1 });
  return { name: `${pointwise.name}, after relu`, plan };
}
const odd: Shape = [1, 7, 5, 21];
const even: Shape = [1, 20, 33, 40];
const perChannel = (shape: Shape): Shape => [1, 1, 1, shape[3]];

/** Every kernel on sizes and channel counts that fill its tiles and that do not. */
export const stepCases: readonly StepCase[] = [
  ...[...convCases, ...tileCases].map(convCase),
  transposedCase([1, 5, 7, 16], [2, 2], 1),
  transposedCase([1, 3, 8, 3], [2, 2], 1),
  transposedCase([1, 3, 5, 6], [3, 2], 3),
  ...[1, 2, 63, 64, 65, 131].map((pixels, index) =>
    rectifiedCase([1, 1, pixels, 96], index % 2 ? 32 : 96, index % 3 ? 'relu6' : 'none'),
  ),
  rectifiedCase([1, 5, 7, 192], 64, 'relu'),
  rectifiedCase([1, 5, 7, 196], 32, 'hard-swish'),
  rectifiedCase([1, 4, 3, 388], 64, 'logistic'),
  rectifiedCase([1, 4, 3, 98], 64, 'none'),
  rectifiedCase([1, 4, 3, 96], 40, 'none'),
  resizeCase([1, 9, 16, 16], [1, 18, 32, 16], false, true),
  resizeCase([1, 5, 7, 3], [1, 11, 13, 3], false, true),
  resizeCase([1, 5, 7, 9], [1, 11, 13, 9], true, false),
  resizeCase([1, 8, 8, 4], [1, 3, 5, 4], false, false),
  resizeCase([1, 1, 1, 8], [1, 4, 4, 8], false, true),
  resizeCase([1, 1, 1, 1], [1, 1, 1, 1], false, true),
  resizeCase([1, 7, 1, 2], [1, 20, 1, 2], true, false),
  resizeCase([1, 1, 9, 5], [1, 2, 31, 5], false, true),
  resizeCase([1, 23, 17, 6], [1, 4, 5, 6], false, true),
  // Rows that are no whole vectors, in values that end where a cache line does.
  resizeCase([1, 4, 3, 1], [1, 8, 6, 1], false, true),
  resizeCase([1, 4, 1, 1], [1, 16, 1, 1], false, true),
  resizeCase([1, 6, 5, 16], [1, 6, 5, 16], false, false),
  resizeCase([1, 3, 65, 128], [1, 6, 130, 128], false, true),
  plainCase({ kind: 'mean', ...at, addend: undefined }, [odd, perChannel(odd)]),
  plainCase({ kind: 'mean', ...at, addend: 2 }, [even, perChannel(even), even]),
  ...([odd, even] as const).flatMap((shape) => [
    plainCase({ kind: 'multiply', ...at, factor: 2, addend: undefined, activation: 'relu' }, [
      shape,
      shape,
      perChannel(shape),
    ]),
    plainCase({ kind: 'multiply', ...at, factor: 2, addend: 3, activation: 'hard-swish' }, [
      shape,
      shape,
      perChannel(shape),
      shape,
    ]),
    plainCase({ kind: 'multiply', ...at, factor: 2, addend: 3, activation: 'none' }, [
      shape,
      shape,
      shape,
      shape,
    ]),
    plainCase({ kind: 'add', ...at, other: 2, activation: 'relu' }, [shape, shape, shape]),
    ...(['none', 'relu', 'relu6', 'hard-swish', 'logistic'] as const).map((activation) =>
      plainCase({ kind: 'activate', ...at, activation }, [shape, shape]),
    ),
  ]),
];
