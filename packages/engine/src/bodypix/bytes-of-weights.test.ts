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

  it.each(['string', 'constructor', '__proto__', undefined])('does not guess %s', (dtype) => {
    const kind = `a weight is of the unknown kind ${dtype}`;
    expect(() => bytesOfWeights(modelOf({ shape: [1], dtype }))).toThrow(kind);
    const quantized = { shape: [1], dtype: 'float32', quantization: { dtype: dtype ?? 'none' } };
    expect(() => bytesOfWeights(modelOf(quantized))).toThrow('unknown kind');
    expect(() => bytesOfWeights({})).toThrow(TypeError);
  });

  it.each([-4, 1.5, NaN, '8', null])('takes no edge of %s', (edge) => {
    const sum = () => bytesOfWeights(modelOf({ shape: [2, edge], dtype: 'float32' }));
    expect(sum).toThrow('a weight has the impossible shape');
    const balanced = modelOf({ shape: [edge], dtype: 'float32' }, { shape: [8], dtype: 'float32' });
    expect(() => bytesOfWeights(balanced)).toThrow(TypeError);
  });
});
