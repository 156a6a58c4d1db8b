import { describe, expect, it } from 'vitest';
import { persist } from './persist';
import { Refusal, Unreachable } from './refusal';

/** Fails with each of these in turn, then answers. */
function failing(...errors: Error[]) {
  return async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'answer';
  };
}

describe('persistence', () => {
  it('asks again while the server is away, and as late as it says', async () => {
    const waits: number[] = [];
    const call = failing(new Unreachable(), new Refusal('too-many-requests', 'Wait.', 9));
    const answer = await persist(call, async (ms) => void waits.push(ms));
    expect(answer).toBe('answer');
    expect(waits).toEqual([300, 9000]);
  });

  it('takes no for an answer', async () => {
    const call = failing(new Refusal('removed', 'You were removed.'));
    await expect(persist(call, () => Promise.reject(new Error('waited')))).rejects.toThrow(
      'You were removed.',
    );
  });

  it('gives up in the end', async () => {
    const call = failing(...Array.from({ length: 6 }, () => new Unreachable('Away.')));
    await expect(persist(call, async () => undefined)).rejects.toThrow('Away.');
  });
});
