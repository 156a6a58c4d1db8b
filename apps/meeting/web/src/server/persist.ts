import { Refusal, Unreachable } from './refusal';

/** Between tries: soon at first, then patiently. */
const WAITS_MS = [300, 700, 1500, 3000, 3000];

/**
 * Repeats what may be repeated while the server cannot be reached or asks to wait: every call of the
 * API may, since whatever makes something carries a request's id.
 * @throws Refusal or Unreachable, the last one.
 */
export async function persist<Answer>(
  call: () => Promise<Answer>,
  wait: (ms: number) => Promise<void> = pause,
): Promise<Answer> {
  for (const waitMs of WAITS_MS) {
    try {
      return await call();
    } catch (thrown) {
      const delayMs = Math.max(waitMs, patienceMs(thrown));
      if (!Number.isFinite(delayMs)) throw thrown;
      await wait(delayMs);
    }
  }
  return call();
}

/** How long at least; infinite: there is no use in asking again. */
function patienceMs(thrown: unknown): number {
  if (thrown instanceof Unreachable) return 0;
  const mayPass = thrown instanceof Refusal && MAY_PASS.includes(thrown.code);
  return mayPass ? (thrown.retryAfterSeconds ?? 1) * 1000 : Infinity;
}

const MAY_PASS: readonly string[] = ['too-many-requests', 'unavailable'];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
