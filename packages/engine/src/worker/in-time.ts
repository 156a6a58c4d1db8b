import { WorkerLostError } from '../errors';

/**
 * What a worker answers, if it does in time: one that hangs never answers, and whoever asked must
 * not hang with it.
 * @param name - Which worker, for the message.
 * @throws WorkerLostError when the time is over.
 */
export async function inTime<T>(
  answer: Promise<T>,
  limitMs: number,
  name = 'computing',
): Promise<T> {
  const late = new WorkerLostError(`The ${name} worker gave no answer for ${limitMs / 1000} s.`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
