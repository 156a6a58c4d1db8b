import type { Model, Tensor } from '../model';
import { bracketed, refuse } from '../model-load-error';
import { decodeFloat16 } from './float16';

const ELEMENT_BYTES = { float32: 4, float16: 2, int32: 4, other: 0 } as const;
/** Many tensors may share one buffer, so a small file can claim much. */
const MAX_FLOATS = 1 << 22;

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

const shapeIn = ({ place, shape }: Tensor): readonly number[] =>
  shape ?? refuse(place, 'has no shape');

/** The model's constants; half-precision weights are widened when they are asked for. */
export class Constants {
  readonly #tensors: readonly Tensor[];
  /** Tensors that stand for another one: the outputs of DEQUANTIZE. */
  readonly #aliases = new Map<number, number>();
  #floats = 0;

  constructor(model: Model) {
    this.#tensors = model.tensors;
  }

  /** Folds a DEQUANTIZE: from now on `output` is the constant `input`. */
  alias(place: string, output: number, input: number): void {
    const source = this.#tensor(place, input);
    const target = this.#tensor(place, output);
    if (!source.bytes) refuse(place, `${source.place} is not a constant`);
    if (source.type !== 'float16') refuse(place, `${source.place} is not float16`);
    const [from, to] = [shapeIn(source), shapeIn(target)];
    if (!sameNumbers(from, to)) refuse(place, `shape ${bracketed(from)} in, ${bracketed(to)} out`);
    this.#aliases.set(output, input);
  }

  /** Whether a tensor is a constant (or one after folding). */
  has(index: number): boolean {
    return this.#aliases.has(index) || this.#tensors[index]?.bytes !== undefined;
  }

  /** A constant's shape, as in the file. */
  shape(place: string, index: number): readonly number[] {
    return shapeIn(this.#resolve(place, index));
  }

  /** A constant's numbers; `count` is checked against its shape and its bytes. */
  floats(place: string, index: number, count: number): Float32Array {
    const tensor = this.#resolve(place, index);
    const bytes = this.#checkedBytes(place, tensor, count);
    if ((this.#floats += count) > MAX_FLOATS) refuse(place, 'the weights are too large');
    if (tensor.type === 'float16') return decodeFloat16(bytes);
    if (tensor.type !== 'float32') refuse(place, `${tensor.place} is not float`);
    return new Float32Array(bytes.slice().buffer);
  }

  /** A constant of at most 8 whole numbers, such as axes and sizes. */
  integers(place: string, index: number): readonly number[] {
    const tensor = this.#resolve(place, index);
    const count = shapeIn(tensor).reduce((product, size) => product * size, 1);
    if (tensor.type !== 'int32' || count > 8) refuse(place, `${tensor.place} is not a short int32`);
    return [...new Int32Array(this.#checkedBytes(place, tensor, count).slice().buffer)];
  }

  #resolve(place: string, index: number): Tensor {
    return this.#tensor(place, this.#aliases.get(index) ?? index);
  }

  #tensor(place: string, index: number): Tensor {
    return this.#tensors[index] ?? refuse(place, `tensor ${index} does not exist`);
  }

  #checkedBytes(place: string, tensor: Tensor, count: number): Uint8Array {
    const { bytes, type } = tensor;
    const shape = shapeIn(tensor);
    if (!bytes) refuse(place, `${tensor.place} is not a constant`);
    const product = shape.reduce((total, size) => total * size, 1);
    if (product !== count)
      refuse(place, `${tensor.place} has shape ${bracketed(shape)}, not ${count} values`);
    const wanted = count * ELEMENT_BYTES[type];
    if (bytes.length !== wanted) {
      refuse(
        place,
        `${tensor.place} has ${bytes.length} bytes of weights, its shape needs ${wanted}`,
      );
    }
    return bytes;
  }
}
