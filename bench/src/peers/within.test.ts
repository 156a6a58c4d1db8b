import { expect, it } from 'vitest';
import { within } from './within';

it('gives what comes in time', async () => {
  await expect(within(1000, 'It', Promise.resolve(7))).resolves.toBe(7);
});

it('passes on what failed', async () => {
  await expect(within(1000, 'It', Promise.reject(new Error('No.')))).rejects.toThrow('No.');
});

it('says what did not come', async () => {
  const never = new Promise(() => undefined);
  await expect(within(10, 'The next frame', never)).rejects.toThrow('The next frame did not come');
});
