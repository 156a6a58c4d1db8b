import { ERROR_STATUS, type ErrorCode, type ErrorResponse } from '@cyclorama/meeting-contract';

/** A request that is refused, in a sentence for the person who asked. It names no secret. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** When it may be asked again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** Of HTTP. */
  get status() {
    return ERROR_STATUS[this.code];
  }

  /** What the client gets. */
  get response(): ErrorResponse {
    const { code, message, retryAfterSeconds } = this;
    return { error: { code, message, ...(retryAfterSeconds && { retryAfterSeconds }) } };
  }
}
