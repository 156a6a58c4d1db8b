import { expect, it } from 'vitest';
import { newestOnly } from './newest-only';

it('runs one at a time and keeps only the newest that waits', async () => {
  const ran: number[] = [];
  const endings: (() => void)[] = [];
  const offer = newestOnly<number>((value) => {
    ran.push(value);
    return new Promise((resolve) => endings.push(resolve));
  });
  for (const value of [1, 2, 3, 4]) offer(value);
  expect(ran).toEqual([1]);
  endings[0]?.();
  await expect.poll(() => ran).toEqual([1, 4]);
});
