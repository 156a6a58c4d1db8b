/**
 * Signatures of the kernels in `assembly/network`.
 *
 * Each takes one pointer to a *call record*: 32-bit words, in the order that stands at each kernel,
 * written once when a session is prepared. Pointers are byte offsets into the kernels' memory;
 * sizes are in pixels, channels or bytes. Values are f32, row-major `[H,W,C]` without gaps.
 *
 * Blocks begin at a multiple of 64 bytes, and kernels may read and write up to the next multiple of
 * 16 bytes after their last value; `resizeBilinear` reads up to three values more. Nothing is checked here: the plan has checked every shape.
 *
 * `activation` is 0 none, 1 relu, 2 relu6, 3 hard-swish, 4 logistic.
 */
export interface NetworkKernels {
  /**
   * `output = activation(conv(input) + bias) + residual`: `[H,W,inC]` → `[H',W',outC]`, any filter,
   * stride and padding before (zeros; what reaches over the other edges is cut).
   *
   * Words: input, output, weights, bias, residual (0: none), inputHeight, inputWidth, inputChannels,
   * outputHeight, outputWidth, outputChannels, outputRowBytes (from one output row to the next),
   * kernelHeight, kernelWidth, strideY, strideX, dilationY, dilationX (both 1), padTop, padLeft,
   * activation.
   *
   * Weights are packed `[outC / 8][kH][kW][inC][8]`, the last block and the bias filled up with
   * zeros to eight. A residual has the output's layout.
   */
  readonly convolve: (call: number) => void;

  /**
   * The same with one filter per channel: `[H,W,C]` → `[H',W',C]`, weights `[kH,kW,C]`, bias `[C]`.
   * Words as for `convolve`, with any dilation.
   */
  readonly convolveDepthwise: (call: number) => void;

  /**
   * `output = activation(conv(input) + bias)` with a filter of 1×1: `[pixels,inC]` → `[pixels,outC]`.
   * What is zero in the input costs nothing: the result is the same, and where half of it is zero,
   * as after relu, it takes 0.6 of the time of `convolve`.
   *
   * Words: input, output, weights, bias, pixels, inputChannels (a multiple of 4), outputChannels (a
   * multiple of 32), activation, and a scratch of 98,560 bytes.
   *
   * Weights are packed `[outC / 32][inC][32]`.
   */
  readonly convolveSparse: (call: number) => void;

  /**
   * Multiplies packed weights by one factor per input channel: a convolution of a scaled input,
   * without a pass over that input.
   *
   * Words: weights, scale (`[inC]`), output (packed weights), inputChannels, repeats (blocks of
   * eight output channels × kH × kW).
   */
  readonly scaleWeights: (call: number) => void;

  /**
   * Transposed convolution with bias, filter 2×2, stride 2, one output channel:
   * `[H,W,inC]` → `[2H,2W,1]`. Weights are packed `[inC][4]`, a pixel's four outputs in reading
   * order; bias `[1]`.
   *
   * Words: input, output, weights, bias, inputHeight, inputWidth, inputChannels, activation.
   */
  readonly convolveTransposed: (call: number) => void;

  /**
   * Mean over the pixels of `input + addend`: `[H,W,C]` → `[C]`.
   *
   * Words: input, addend (0: none), output, pixels, channels.
   */
  readonly mean: (call: number) => void;

  /**
   * Bilinear resize: `[H,W,C]` → `[H',W',C]`. An output index `i` lies at
   * `(i + centre) × scale − centre` of the input, kept inside.
   *
   * Words: input, output, inputHeight, inputWidth, outputHeight, outputWidth, channels, and as f32
   * scaleY, scaleX, centre (0 or 0.5), then a scratch of 2 × (W'×C + 8) floats. Whole vectors are
   * stored, so up to three floats beyond the output are overwritten: the caller keeps them free.
   */
  readonly resizeBilinear: (call: number) => void;

  /**
   * `output = activation(input × factor + addend)`: `[pixels,channels]` by a factor `[channels]`.
   * For a factor of the input's shape, the whole is one pixel.
   *
   * Words: input, factor, addend (0: none), output, pixels, channels, activation.
   */
  readonly multiply: (call: number) => void;

  /**
   * `output = activation(input + other)`, all of one size.
   *
   * Words: input, other (0: none), output, count (of values), activation.
   */
  readonly add: (call: number) => void;
}
