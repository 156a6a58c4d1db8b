import { describe, expect, it } from 'vitest';
import { SequenceNumbers, isLeap } from './sequence-numbers';

function unwrapped(...numbers: number[]): (number | undefined)[] {
  const sequence = new SequenceNumbers();
  const all = numbers.map((number) => sequence.unwrap(number));
  const [first = 0] = all;
  return all.map((one) => (one === undefined ? undefined : one - first));
}

describe('SequenceNumbers', () => {
  it('counts on over the turn, backwards too', () => {
    expect(unwrapped(65534, 65535, 1, 0, 65533, 2)).toEqual([0, 1, 3, 2, -1, 4]);
  });

  it('does not take a stray packet for a beginning', () => {
    expect(unwrapped(10, 30000, 11, 40000, 12)).toEqual([0, undefined, 1, undefined, 2]);
  });

  it('takes two in a row far away for a beginning, far above all before', () => {
    const sequence = new SequenceNumbers();
    const before = sequence.unwrap(60000) ?? 0;
    expect(sequence.unwrap(5000)).toBeUndefined();
    const after = sequence.unwrap(5001) ?? 0;
    expect(after & 0xffff).toBe(5001);
    expect(isLeap(before, after)).toBe(true);
    expect(sequence.unwrap(5002)).toBe(after + 1);
  });

  it('begins anew with any number when told', () => {
    const sequence = new SequenceNumbers();
    const before = sequence.unwrap(7) ?? 0;
    sequence.restart();
    expect(isLeap(before, sequence.unwrap(8) ?? 0)).toBe(true);
  });
});
