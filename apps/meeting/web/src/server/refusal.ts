import type { ErrorCode } from '@cyclorama/meeting-contract';

/** The API said no. The message is a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** No answer came, or none of the API's. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
