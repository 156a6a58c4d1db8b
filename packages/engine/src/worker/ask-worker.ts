import { inTime } from './in-time';
import { workerError } from './worker-error';

/** For a small script over a slow line. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * Asks a worker, which is started for that alone, what it lacks to read and write tracks.
 * @throws WorkerLostError, ModelLoadError where it gives no answer.
 */
export async function lackingInWorkers(): Promise<readonly string[]> {
  const worker = new Worker(new URL('./probe-entry.ts', import.meta.url), {
    type: 'module',
    name: 'cyclorama-probe',
  });
  try {
    return await inTime(answerOf(worker), ANSWER_LIMIT_MS, 'probing');
  } finally {
    worker.terminate();
  }
}

const answerOf = (worker: Worker): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
    worker.onerror = (event) => reject(workerError('probing', event, false));
  });
