import { checkedDilations, checkedStrides } from '../checked-moves';
import type { Dilations, Padding, Strides } from '../model';
import { bracketed, refuse } from '../model-load-error';
import { integerOf, listOf, objectOf, textOf } from './json';
import type { GraphNode } from './nodes';

const MAX_RANK = 8;
const PADDINGS = new Map<string, Padding>([
  ['SAME', 'same'],
  ['VALID', 'valid'],
]);

/** How the filter of a Conv2D or DepthwiseConv2dNative moves. */
export function movesOf(node: GraphNode): Strides & Dilations {
  const { place } = node;
  refuseUnlessChannelsLast(node);
  const code = bytesAttribute(node, 'padding') ?? 'none';
  const padding = PADDINGS.get(code) ?? refuse(place, `padding ${code} is not supported`);
  const [strideY, strideX] = perAxis(node, 'strides');
  const [dilationY, dilationX] = perAxis(node, 'dilations');
  return {
    ...checkedStrides(place, { padding, strideY, strideX }),
    ...checkedDilations(place, { dilationY, dilationX }),
  };
}

/** Refuses what counts its channels before its rows. */
export function refuseUnlessChannelsLast(node: GraphNode): void {
  const order = bytesAttribute(node, 'data_format') ?? 'NHWC';
  if (order !== 'NHWC') refuse(node.place, `data format ${order}, only NHWC is supported`);
}

/** Channels of a Placeholder; its other sizes are the caller's, if the file leaves them open. */
export function channelsOf(node: GraphNode, height: number, width: number): number {
  const { place } = node;
  const { shape } = objectOf(place, 'its shape', node.attributes.shape);
  const { dim } = objectOf(place, 'its shape', shape);
  const sizes = listOf(place, 'its sizes', dim, MAX_RANK).map((size) => {
    return integerOf(place, 'a size', objectOf(place, 'a size', size).size);
  });
  const fits = [1, height, width].every((size, axis) => [-1, size].includes(sizes[axis] ?? 0));
  if (sizes.length !== 4 || !fits) {
    refuse(place, `takes an input ${bracketed(sizes)}, not [1,${height},${width},C]`);
  }
  return sizes[3] ?? 0;
}

/**
 * The second and third of four numbers, those of rows and columns; 1 where the file says nothing.
 *
 * The first and last are not looked at, as in TensorFlow.js: the files of BodyPix with stride 8 say
 * `[2,2,1,1]`, and run with rows two apart and columns one apart since a fix there in 2019
 * (https://github.com/tensorflow/tfjs-converter/pull/363).
 */
function perAxis({ place, attributes }: GraphNode, name: string): readonly [number, number] {
  if (attributes[name] === undefined) return [1, 1];
  const { list } = objectOf(place, name, attributes[name]);
  const given = listOf(place, name, objectOf(place, name, list).i, MAX_RANK);
  const numbers = given.map((each) => integerOf(place, name, each));
  const [, rows = 0, columns = 0] = numbers;
  if (numbers.length !== 4) refuse(place, `${name} ${bracketed(numbers)}, 4 numbers are wanted`);
  return [rows, columns];
}

/** A text, which protocol buffers write in base64. */
function bytesAttribute({ place, attributes }: GraphNode, name: string): string | undefined {
  if (attributes[name] === undefined) return undefined;
  const text = textOf(place, name, objectOf(place, name, attributes[name]).s);
  try {
    return atob(text);
  } catch (cause) {
    return refuse(place, `${name} is not in base64`, cause);
  }
}
