/** What a kernel does to each value of its output before it is stored. */
export type Activation = 'none' | 'relu' | 'relu6' | 'hard-swish' | 'logistic';

/** `same` pads with zeros so that the output has `ceil(input / stride)` rows; `valid` does not pad. */
export type Padding = 'same' | 'valid';

/** Steps between the places where a filter is put. */
export interface Strides {
  readonly padding: Padding;
  readonly strideY: number;
  readonly strideX: number;
}

/** Steps between the values that a filter's neighbours see: 1 unless the filter is spread out. */
export interface Dilations {
  readonly dilationY: number;
  readonly dilationX: number;
}

/** What one operator of the file does, with its options decoded. */
export type Operation =
  | ({ readonly kind: 'conv' | 'depthwise'; readonly activation: Activation } & Strides & Dilations)
  | ({ readonly kind: 'transposed' } & Strides)
  | ({
      readonly kind: 'average-pool';
      readonly filterHeight: number;
      readonly filterWidth: number;
      readonly activation: Activation;
    } & Strides)
  | { readonly kind: 'mean' }
  | { readonly kind: 'resize'; readonly alignCorners: boolean; readonly halfPixelCenters: boolean }
  | { readonly kind: 'add' | 'mul'; readonly activation: Activation }
  | { readonly kind: 'activate'; readonly activation: Activation }
  | { readonly kind: 'dequantize' };

/** Element types that are taken; everything else in a file is refused where it is used. */
export type ElementType = 'float32' | 'float16' | 'int32' | 'other';

/** A tensor of the file: a constant when it has `bytes`. */
export interface Tensor {
  /** Where it stands in the file, for messages: `tensor 12 ("conv/bias")`. */
  readonly place: string;
  /**
   * As in the file: `[N,H,W,C]` for what flows, other ranks for constants. Undefined where the file
   * does not say it, and what flows has the shape that comes out.
   */
  readonly shape: readonly number[] | undefined;
  readonly type: ElementType;
  /** The constant's raw bytes, little endian; a view of the file. */
  readonly bytes: Uint8Array | undefined;
}

/** One operator of the file, in the order in which they are to run. */
export interface Operator {
  /** Where it stands in the file, for messages: `operator 12 (CONV_2D)`. */
  readonly place: string;
  readonly operation: Operation;
  /** Indices of tensors; −1 is an optional input that was left out. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** What a model file says, decoded but not yet checked for sense. */
export interface Model {
  readonly tensors: readonly Tensor[];
  readonly operators: readonly Operator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}
