import type { Model } from '../model';
import { bracketed, refuse } from '../model-load-error';
import type { Constants } from './constants';
import { elementCount, type Shape, type ValueId } from './plan';

const MAX_SIZE = 16_384;

/** The values that flow between steps: each is defined once, and before it is read. */
export class Values {
  readonly shapes: Shape[] = [];
  readonly #model: Model;
  readonly #constants: Constants;
  readonly #maxElements: number;
  readonly #ids = new Map<number, ValueId>();

  constructor(model: Model, constants: Constants, maxElements: number) {
    this.#model = model;
    this.#constants = constants;
    this.#maxElements = maxElements;
  }

  /** The value of a tensor that an earlier operator (or the model's input) gave. */
  read(place: string, tensor: number | undefined): ValueId {
    const id = tensor === undefined ? undefined : this.#ids.get(tensor);
    return id ?? refuse(place, `tensor ${tensor} is read before an operator has written it`);
  }

  shape(value: ValueId): Shape {
    return this.shapes[value] ?? refuse(`value ${value}`, 'does not exist');
  }

  /** Makes the value of a tensor, whose shape in the file, if any, must be the computed one. */
  define(place: string, tensor: number | undefined, computed?: Shape): ValueId {
    const shape = this.#shapeOf(place, tensor, computed);
    if (computed && !computed.every((size, axis) => size === shape[axis])) {
      refuse(
        place,
        `its output must have shape ${bracketed(computed)}, the file says ${bracketed(shape)}`,
      );
    }
    if (tensor === undefined || this.#ids.has(tensor) || this.#constants.has(tensor)) {
      refuse(place, `tensor ${tensor} is written twice`);
    }
    this.#ids.set(tensor, this.shapes.push(shape) - 1);
    return this.shapes.length - 1;
  }

  /** The shape that the file gives a tensor, or else the computed one, if it is one that can flow. */
  #shapeOf(place: string, index: number | undefined, computed: Shape | undefined): Shape {
    const tensor = this.#model.tensors[index ?? -1];
    if (!tensor) refuse(place, `tensor ${index} does not exist`);
    if (tensor.type !== 'float32') refuse(place, `${tensor.place} is not float32`);
    const sizes = tensor.shape ?? computed ?? refuse(place, `${tensor.place} has no shape`);
    const [batch, height, width, channels, ...rest] = sizes;
    const shape: Shape = [batch ?? 0, height ?? 0, width ?? 0, channels ?? 0];
    const found = `${tensor.place} has shape ${bracketed(sizes)}`;
    if (batch !== 1 || rest.length > 0) refuse(place, `${found}, [1,H,W,C] is supported`);
    if (!shape.every((size) => size >= 1 && size <= MAX_SIZE)) {
      refuse(place, `${found}, edges of 1 to ${MAX_SIZE} are supported`);
    }
    if (elementCount(shape) > this.#maxElements) {
      refuse(place, `${found}, ${this.#maxElements} values are the most`);
    }
    return shape;
  }
}
