import { describe, expect, it } from 'vitest';
import { bytesOfWeights } from './bytes-of-weights';

const modelOf = (...weights: object[]) => ({ weightsManifest: [{ weights }] });

describe('the length of a model’s shards', () => {
  it('counts weights as they lie in the file, over all groups', () => {
    const model = {
      weightsManifest: [
        { weights: [{ shape: [3, 3, 8], dtype: 'float32' }] },
        { weights: [{ shape: [5], dtype: 'float32', quantization: { dtype: 'uint16' } }] },
        { weights: [{ shape: [5], dtype: 'float32', quantization: { dtype: 'uint8' } }] },
      ],
    };
    expect(bytesOfWeights(model)).toBe(72 * 4 + 10 + 5);
  });

  it('counts a single number as one', () => {
    expect(bytesOfWeights(modelOf({ shape: [], dtype: 'int32' }))).toBe(4);
  });

  it('does not guess', () => {
    const guess = () => bytesOfWeights(modelOf({ shape: [1], dtype: 'string' }));
    expect(guess).toThrow('a weight is of the unknown kind string');
    expect(() => bytesOfWeights({})).toThrow(TypeError);
  });
});
