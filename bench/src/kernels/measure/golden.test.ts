import { describe, expect, it } from 'vitest';
import { largestError, type Runnable } from './golden';

/** A model whose output is its input plus an error. */
function model(error: number): Runnable {
  const [input, output] = [new Float32Array(2), new Float32Array(2)];
  return {
    input: () => input,
    output: () => output,
    run: () => output.set(input.map((value, at) => value + at * error)),
  };
}

const pair = (...values: number[]) => ({
  input: Float32Array.from(values),
  output: Float32Array.from(values),
});

describe('the largest difference to the golden outputs', () => {
  it('is over all values of all pictures', () => {
    const golden = [pair(0, 1), { ...pair(0, 1), output: Float32Array.of(0, 0.5) }];
    expect(largestError(model(0.25), golden)).toBeCloseTo(0.75);
  });

  it('fails where an output is no number, or of another size', () => {
    const longer = { ...pair(0, 1), output: new Float32Array(3) };
    expect(() => largestError(model(NaN), [pair(0, 1), pair(0, 0)])).toThrow('NaN');
    expect(() => largestError(model(0), [pair(0, 1), longer])).toThrow('not comparable');
  });

  it('leaves the first picture in the input, which is the one that is timed', () => {
    const timed = model(0);
    largestError(timed, [pair(1, 2), pair(3, 4)]);
    expect([...timed.input()]).toEqual([1, 2]);
  });
});
