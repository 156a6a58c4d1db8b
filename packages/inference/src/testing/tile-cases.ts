import type { Activation } from '../model';
import type { ConvCase, Pair } from './plan-around';

/**
 * Pixels that leave every kind of rest: tiles are of four pixels, chunks of some thirty, and
 * what a chunk leaves over may be too short for a tile of its own.
 */
const PIXELS = [2, 3, 4, 5, 6, 7, 11, 12, 13, 31, 32, 33, 35, 36, 37, 39, 41, 42, 43, 67, 72, 77];

/** Below, at and above whole blocks of eight. */
const CHANNELS: readonly Pair[] = [
  [1, 8],
  [5, 7],
  [8, 16],
  [3, 17],
  [9, 4],
];

const ACTIVATIONS: readonly Activation[] = ['hard-swish', 'none', 'relu', 'relu6', 'logistic'];

/** The same item for the same number, each in its turn. */
const inTurn = <T>(items: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to take in turn.');
  return item;
};

const one: Pair = [1, 1];

/** As one row and as one column of pixels: a kernel that knows no rows sees the same. */
const pointwise = PIXELS.flatMap((pixels, index): ConvCase[] => {
  const given = { kind: 'conv', kernel: one, stride: one } as const;
  const [channels, activation] = [inTurn(CHANNELS, index), inTurn(ACTIVATIONS, index)];
  return [
    { ...given, input: [1, pixels], channels, activation, sides: ['residual'] },
    { ...given, input: [pixels, 1], channels: inTurn(CHANNELS, index + 2), activation },
  ];
});

/** Rows whose middle, which sees all of the filter, is from nothing to some chunks wide. */
const rows = [1, 3, 5, 6, 7, 8, 9, 10, 34, 37, 39, 43, 76].flatMap((width, index): ConvCase[] => {
  const [height, activation] = [inTurn([1, 2, 5], index), inTurn(ACTIVATIONS, index + 1)];
  const channels = inTurn(CHANNELS, index);
  const input: Pair = [height, width];
  const depth = inTurn([8, 24, 16, 13], index);
  const deep = { kind: 'depthwise', input, channels: [depth, depth], activation } as const;
  const wide: Pair = [height, 2 * width + (index & 1)];
  return [
    { kind: 'conv', input, channels, kernel: [3, 3], stride: one, activation },
    { kind: 'conv', input: wide, channels, kernel: [3, 3], stride: [2, 2], activation },
    { ...deep, kernel: [3, 3], stride: one },
    { ...deep, kernel: [5, 5], stride: one, sides: ['residual'] },
    { ...deep, input: wide, kernel: [3, 3], stride: [2, 2] },
    { ...deep, input: wide, kernel: [5, 5], stride: [2, 2] },
  ];
});

/** Filters that are spread out, also farther than the input reaches. */
const spread = [1, 2, 3, 5, 7, 12, 23].flatMap((width, index): ConvCase[] => {
  const [height, activation] = [inTurn([9, 1, 4, 2], index), inTurn(ACTIVATIONS, index)];
  const depth = inTurn([8, 20, 13, 16], index);
  const given = { kind: 'depthwise', input: [height, width], activation, stride: one } as const;
  const deep = { ...given, channels: [depth, depth] } as const;
  return [
    { ...deep, kernel: [3, 3], dilation: [2, 2] },
    { ...deep, kernel: [3, 3], dilation: [4, 3], sides: ['residual'] },
    { ...deep, kernel: [3, 3], dilation: [2, 1] },
    { ...deep, kernel: [5, 5], dilation: [2, 2] },
    { ...deep, kernel: [5, 5], dilation: [2, 1] },
    { ...deep, kernel: [2, 4], dilation: [3, 2], sides: ['residual'] },
    { ...deep, kernel: [3, 3], dilation: [3, 2], stride: [2, 2] },
  ];
});

/** Convolutions that end at each edge of the kernels' tiles. */
export const tileCases: readonly ConvCase[] = [...pointwise, ...rows, ...spread];
