import { setTimeout as sleep } from 'node:timers/promises';

/** Gives up on what does not come in time: a page that is busy for good never answers. */
export async function within<T>(limitMs: number, what: string, promise: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const tooLate = sleep(limitMs, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`${what} did not come within ${Math.round(limitMs / 1000)} s.`);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    ended.abort();
  }
}
