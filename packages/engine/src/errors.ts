/** Base of every error of the engine: a stable `code`, and a message with the remedy. */
export abstract class CycloramaError extends Error {
  /** The class's name, which survives minification. */
  abstract override readonly name: string;
  /** Stable name of what went wrong, for programs. */
  abstract readonly code: ErrorCode;
}

/** This browser lacks something that no path can do without. */
export class UnsupportedError extends CycloramaError {
  override readonly name = 'UnsupportedError';
  readonly code = 'unsupported';
}

/** Kernels, a model or a worker's script could not be fetched, or are not what they should be. */
export class ModelLoadError extends CycloramaError {
  override readonly name = 'ModelLoadError';
  readonly code = 'model-load';
}

/** The background picture could not be fetched or decoded. */
export class BackgroundError extends CycloramaError {
  override readonly name = 'BackgroundError';
  readonly code = 'background';
}

/** A frame could not be processed. */
export class FrameError extends CycloramaError {
  override readonly name = 'FrameError';
  readonly code = 'frame';
}

/** The computing worker, or a segmenter's, died or hung. */
export class WorkerLostError extends CycloramaError {
  override readonly name = 'WorkerLostError';
  readonly code = 'worker-lost';
}

/** A call that the processor's state does not allow. */
export class StateError extends CycloramaError {
  override readonly name = 'StateError';
  readonly code = 'state';
}

const CLASSES = {
  unsupported: UnsupportedError,
  'model-load': ModelLoadError,
  background: BackgroundError,
  frame: FrameError,
  'worker-lost': WorkerLostError,
  state: StateError,
} as const;

/** The stable names of what can go wrong. */
export type ErrorCode = keyof typeof CLASSES;

/** An error as it crosses from a worker to the page. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in CLASSES;

/** Packs what was thrown; what bears no code of ours happened to a frame. */
export function toWireError(thrown: unknown): WireError {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  return { code: isCode(code) ? code : 'frame', message: String(message ?? thrown) };
}

/** Makes the error again on the page. */
export function fromWireError({ code, message }: WireError): CycloramaError {
  return new CLASSES[code](message);
}

/** What was thrown as an error of ours, with itself as the cause where it was none. */
export function cycloramaError(thrown: unknown): CycloramaError {
  if (thrown instanceof CycloramaError) return thrown;
  const { code, message } = toWireError(thrown);
  return new CLASSES[code](message, { cause: thrown });
}
