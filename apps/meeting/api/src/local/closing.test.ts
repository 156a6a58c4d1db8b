import { expect, it } from 'vitest';
import { Closing } from './closing';

it('closes from the last to the first, once, and all although one fails', async () => {
  const closed: number[] = [];
  const closing = new Closing();
  for (const number of [1, 2, 3]) {
    closing.later(async () => {
      closed.push(number);
      if (number === 2) throw new Error('the second is stuck');
    });
  }
  await expect(closing.close()).rejects.toThrow('the second is stuck');
  await expect(closing.close()).rejects.toThrow('the second is stuck');
  expect(closed).toEqual([3, 2, 1]);
});
