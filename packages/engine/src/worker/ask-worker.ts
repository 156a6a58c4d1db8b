import { inTime } from './in-time';
import { workerError } from './worker-error';

/** For a small script over a slow line. */
const ANSWER_LIMIT_MS = 10_000;

/** What the worker that is asked tells. */
export interface ProbeAnswer {
  readonly missing: readonly string[];
  /** Made there and moved, to show that it can be done; ended by whoever gets it. */
  readonly track?: MediaStreamTrack;
}

/** What workers of a page said. By their class, since that is what was asked. */
const ANSWERS = new WeakMap<typeof Worker, readonly string[]>();

/**
 * Asks a worker, which is started for that alone, what it lacks to read and write tracks. Once it
 * has answered no other is asked.
 * @param signal - Ends the asking.
 * @throws WorkerLostError, ModelLoadError where it gives no answer; the signal's reason.
 */
export async function lackingInWorkers(signal?: AbortSignal): Promise<readonly string[]> {
  const answer = ANSWERS.get(Worker) ?? (await ask(signal));
  ANSWERS.set(Worker, answer);
  return answer;
}

async function ask(signal: AbortSignal | undefined): Promise<readonly string[]> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./probe-entry.ts', import.meta.url), {
    type: 'module',
    name: 'cyclorama-probe',
  });
  try {
    return await inTime(answerOf(worker, signal), ANSWER_LIMIT_MS, 'probing');
  } finally {
    worker.terminate();
  }
}

const answerOf = (worker: Worker, signal?: AbortSignal): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data: { missing, track } }: MessageEvent<ProbeAnswer>) => {
      track?.stop();
      resolve(missing);
    };
    worker.onerror = (event) => reject(workerError('probing', event, false));
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
