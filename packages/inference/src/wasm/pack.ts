const BLOCK = 8;

const filledUp = (count: number, block = BLOCK): number => Math.ceil(count / block) * block;

/**
 * Packs filters for `convolve`: `[outC][taps][inC]` → `[outC / 8][taps][inC][8]`, so that eight
 * output channels are two vector loads.
 * @param perOutput - taps × inC.
 * @param size - Of a block, where it is not 8.
 */
export function packWeights(
  weights: Float32Array,
  outputs: number,
  perOutput: number,
  size = BLOCK,
): Float32Array {
  const packed = new Float32Array(filledUp(outputs, size) * perOutput);
  for (let output = 0; output < outputs; output++) {
    const block = (output - (output % size)) * perOutput + (output % size);
    for (let i = 0; i < perOutput; i++) {
      packed[block + i * size] = weights[output * perOutput + i] ?? 0;
    }
  }
  return packed;
}

/** Fills a bias up with zeros to a multiple of eight. */
export function packBias(bias: Float32Array): Float32Array {
  const packed = new Float32Array(filledUp(bias.length));
  packed.set(bias);
  return packed;
}
