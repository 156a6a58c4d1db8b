import type { Shape, ValueId } from '../plan/plan';

/** A value with its shape. */
export interface Tensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** Finds the tensor of a value. */
export type Tensors = (value: ValueId) => Tensor;
