import type { Activation, Model, Operation, Operator, Tensor } from '../model';
import { refuse } from '../model-load-error';
import { channelsOf } from './attributes';
import { convolutionAt, joined, type Convolution } from './convolution';
import type { GraphNode, GraphNodes } from './nodes';
import type { Weights } from './weights';

const ACTIVATIONS = new Map<string, Activation>([
  ['Relu', 'relu'],
  ['Relu6', 'relu6'],
]);

/** Nodes that follow each other; deep networks have some hundreds. The call stack ends at more. */
const MAX_DEPTH = 1024;

/** Follows a graph back from its outputs and writes down what they need, in the order to run it. */
export class GraphReader {
  readonly #nodes: GraphNodes;
  readonly #weights: Weights;
  readonly #size: readonly [height: number, width: number];
  readonly #tensors: Tensor[] = [];
  readonly #operators: Operator[] = [];
  /** Undefined while a node's own inputs are being followed. */
  readonly #written = new Map<string, number | undefined>();
  readonly #inputs: number[] = [];
  #depth = 0;

  constructor(nodes: GraphNodes, weights: Weights, size: readonly [height: number, width: number]) {
    this.#nodes = nodes;
    this.#weights = weights;
    this.#size = size;
  }

  /** The part of the graph that gives some nodes; several of them are joined. */
  read(outputs: readonly string[]): Model {
    const [first, ...others] = outputs;
    if (first === undefined) refuse('model', 'no outputs are asked for');
    const output =
      others.length === 0
        ? this.#follow('model output', first)
        : this.#convolve(joined([this.#outputAt(first), ...others.map((o) => this.#outputAt(o))]));
    return {
      tensors: this.#tensors,
      operators: this.#operators,
      inputs: this.#inputs,
      outputs: [output],
    };
  }

  #outputAt(name: string): Convolution {
    const node = this.#nodes.get('model output', name);
    const found = convolutionAt(node, this.#nodes, this.#weights);
    return found ?? refuse(node.place, 'only convolutions can be joined into one output');
  }

  /** The tensor of a node, whose operators are written down first. */
  #follow(place: string, name: string): number {
    const known = this.#written.get(name);
    if (known !== undefined) return known;
    const node = this.#nodes.get(place, name);
    if (this.#written.has(name)) refuse(node.place, 'reads what it gives');
    if (this.#depth === MAX_DEPTH) refuse(node.place, `more than ${MAX_DEPTH} nodes come after it`);
    this.#written.set(name, undefined);
    this.#depth++;
    const tensor = this.#write(node);
    this.#depth--;
    this.#written.set(name, tensor);
    return tensor;
  }

  #write(node: GraphNode): number {
    const { place, op } = node;
    const activation = ACTIVATIONS.get(op);
    const convolution = convolutionAt(node, this.#nodes, this.#weights);
    if (convolution) return this.#convolve(convolution);
    if (activation) return this.#operate(node, { kind: 'activate', activation }, 1);
    if (op === 'Add' || op === 'AddV2') {
      return this.#operate(node, { kind: 'add', activation: 'none' }, 2);
    }
    if (op === 'Placeholder') return this.#input(node);
    if (op === 'Const') refuse(place, 'a constant is supported as filter or bias only');
    return refuse(place, 'this operator is not supported');
  }

  #input(node: GraphNode): number {
    const [height, width] = this.#size;
    const tensor = this.#flowing(node.place, [1, height, width, channelsOf(node, height, width)]);
    this.#inputs.push(tensor);
    return tensor;
  }

  #operate({ place, inputs }: GraphNode, operation: Operation, count: number): number {
    if (inputs.length !== count) refuse(place, `${inputs.length} inputs, ${count} wanted`);
    return this.#append(
      place,
      operation,
      inputs.map((name) => this.#follow(place, name)),
    );
  }

  #convolve({ place, operation, input, shape, weights, bias }: Convolution): number {
    const inputs = [
      this.#follow(place, input),
      this.#constant(`the filter of ${place}`, shape, weights),
      this.#constant(`the bias of ${place}`, [bias.length], bias),
    ];
    return this.#append(place, operation, inputs);
  }

  #append(place: string, operation: Operation, inputs: readonly number[]): number {
    const output = this.#flowing(place, undefined);
    this.#operators.push({ place, operation, inputs, outputs: [output] });
    return output;
  }

  #flowing(place: string, shape: readonly number[] | undefined): number {
    return this.#tensors.push({ place, shape, type: 'float32', bytes: undefined }) - 1;
  }

  #constant(place: string, shape: readonly number[], values: Float32Array): number {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return this.#tensors.push({ place, shape, type: 'float32', bytes }) - 1;
  }
}
