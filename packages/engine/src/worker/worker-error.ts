import { ModelLoadError, WorkerLostError, type CycloramaError } from '../errors';

const REMEDY =
  "Serve the engine's worker scripts from the page's origin, and allow worker-src 'self'.";

/**
 * What an `error` event at a worker means: before it answered, its script is missing or refused;
 * afterwards it broke, and another may work.
 * @param name - Which worker, for the message.
 */
export function workerError(name: string, event: Event, isOpen: boolean): CycloramaError {
  const message = event instanceof ErrorEvent && event.message ? `: ${event.message}` : '';
  if (isOpen) return new WorkerLostError(`The ${name} worker broke${message}.`);
  return new ModelLoadError(
    `The script of the ${name} worker cannot be loaded${message}. ${REMEDY}`,
  );
}

/** What it means that `new Worker` throws: the browser refuses to take the script from there. */
export function workerRefused(name: string, cause: unknown): ModelLoadError {
  const message = `The ${name} worker is refused (${String(cause)}). ${REMEDY}`;
  return new ModelLoadError(message, { cause });
}
