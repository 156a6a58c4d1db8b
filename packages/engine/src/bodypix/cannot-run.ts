import { ModelLoadError } from '../errors';
import { MODELS_REMEDY } from './fetch-weights';

/** What was thrown when weights were tried, as an error of ours. */
export function cannotRun(modelUrl: string, cause: unknown): ModelLoadError {
  if (cause instanceof ModelLoadError) return cause;
  return new ModelLoadError(`${modelUrl} cannot be run (${String(cause)}). ${MODELS_REMEDY}`, {
    cause,
  });
}
