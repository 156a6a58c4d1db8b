/**
 * The bytes are not a model that this runtime can run: not a `.tflite` or no graph model, truncated,
 * an operator that is not supported, or shapes and weights that do not fit together.
 *
 * The message begins with the place: a byte offset, an operator or a tensor, a node or a weight.
 */
export class ModelLoadError extends Error {
  /** Literal, so that it survives minification. */
  override readonly name = 'ModelLoadError';
  /** Stable name of what went wrong, for programs. */
  readonly code = 'model-load';
}

/** Throws a {@link ModelLoadError} that says where (`operator 12 (CONV_2D)`) and what. */
export function refuse(place: string, reason: string, cause?: unknown): never {
  throw new ModelLoadError(`${place}: ${reason}`, cause === undefined ? undefined : { cause });
}

/** A shape for a message: `[1,144,256,3]`. */
export function bracketed(sizes: readonly number[]): string {
  return `[${sizes.join()}]`;
}
