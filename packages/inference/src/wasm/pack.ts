const BLOCK = 8;

const filledUp = (count: number): number => Math.ceil(count / BLOCK) * BLOCK;

/**
 * Packs filters for `convolve`: `[outC][taps][inC]` → `[outC / 8][taps][inC][8]`, so that eight
 * output channels are two vector loads.
 * @param perOutput - taps × inC.
 */
export function packWeights(
  weights: Float32Array,
  outputs: number,
  perOutput: number,
): Float32Array {
  const packed = new Float32Array(filledUp(outputs) * perOutput);
  for (let output = 0; output < outputs; output++) {
    const block = (output - (output % BLOCK)) * perOutput + (output % BLOCK);
    for (let i = 0; i < perOutput; i++) {
      packed[block + i * BLOCK] = weights[output * perOutput + i] ?? 0;
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
