import { describe, expect, it } from 'vitest';
import { signalOf } from './signal';

describe('a signal', () => {
  it.each([
    [1, 'good'],
    [0.5, 'weak'],
    [0, 'none'],
  ])('of strength %d is %s', (strength, signal) => {
    expect(signalOf(strength)).toBe(signal);
  });
});
