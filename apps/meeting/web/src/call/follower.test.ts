import { describe, expect, it } from 'vitest';
import { Store } from '../state/store';
import { Follower } from './follower';

describe('following a store', () => {
  it('takes one step after the other, and one more for all changes meanwhile', async () => {
    const store = new Store(0);
    const seen: number[] = [];
    let finish = (): void => undefined;
    const follower = new Follower(async () => {
      seen.push(store.get());
      await new Promise<void>((resolve) => (finish = resolve));
    });
    const following = follower.follow(store);
    for (const value of [1, 2, 3]) store.set(value);
    expect(seen).toEqual([0]);
    finish();
    await expect.poll(() => seen).toEqual([0, 3]);
    finish();
    const stop = await following;
    stop();
    store.set(4);
    expect(seen).toEqual([0, 3]);
  });
});
