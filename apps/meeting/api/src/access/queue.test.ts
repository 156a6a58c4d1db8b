import { expect, it } from 'vitest';
import { Queue } from './queue';

/** Work that ends when the test says so. */
function openWork() {
  const work = { begun: false, end: (_: Error | string) => undefined as void };
  const promise = new Promise<string>((resolve, reject) => {
    work.end = (how) => (how instanceof Error ? reject(how) : resolve(how));
  });
  const run = () => {
    work.begun = true;
    return promise;
  };
  return { work, run };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('a queue begins nothing before what came earlier has ended, well or not', async () => {
  const queue = new Queue(3);
  const [first, second, third] = [openWork(), openWork(), openWork()];
  const done = [first, second, third].map(({ run }) => queue.run(run));
  await settled();
  expect([first.work.begun, second.work.begun, third.work.begun]).toEqual([true, false, false]);
  first.work.end(new Error('broken'));
  await expect(done[0]).rejects.toThrow('broken');
  await settled();
  expect([second.work.begun, third.work.begun]).toEqual([true, false]);
  second.work.end('second');
  third.work.end('third');
  expect(await Promise.all(done.slice(1))).toEqual(['second', 'third']);
});

it('a queue refuses what would wait too long, and takes more once it has gone on', async () => {
  const queue = new Queue(2);
  const [first, second, third] = [openWork(), openWork(), openWork()];
  const done = [first, second].map(({ run }) => queue.run(run));
  await expect(queue.run(third.run)).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfterSeconds: 2,
  });
  expect(third.work.begun).toBe(false);
  first.work.end('first');
  await done[0];
  const again = queue.run(third.run);
  second.work.end('second');
  third.work.end('third');
  expect(await again).toBe('third');
});
