import { ModelLoadError, WorkerLostError, type CycloramaError } from '../errors';

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

const REMEDY =
  "Serve the engine's worker scripts from the page's origin, and allow worker-src 'self'.";
