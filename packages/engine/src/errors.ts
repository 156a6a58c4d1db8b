/** Base of every error of the engine: a stable `code`, and a message with the remedy. */
export abstract class CycloramaError extends Error {
  /** Stable name of what went wrong, for programs. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** This browser lacks something that no path can do without. */
export class UnsupportedError extends CycloramaError {
  readonly code = 'unsupported';
}

/** The kernels or a model could not be fetched, or are not what they should be. */
export class AssetError extends CycloramaError {
  readonly code = 'asset';
}

/** The background picture could not be fetched or decoded. */
export class BackgroundError extends CycloramaError {
  readonly code = 'background';
}

/** A frame could not be processed. */
export class FrameError extends CycloramaError {
  readonly code = 'frame';
}

/** The computing worker died or hung. */
export class WorkerLostError extends CycloramaError {
  readonly code = 'worker-lost';
}

/** A call that the processor's state does not allow. */
export class StateError extends CycloramaError {
  readonly code = 'state';
}
