/** The service's exceptions that can happen here, without the word `Exception`. */
export type MeetingErrorCode =
  | 'BadRequest'
  | 'Conflict'
  | 'Forbidden'
  | 'LimitExceeded'
  | 'NotFound'
  | 'ResourceNotFound'
  | 'TooManyTags';

/** A request that the service refuses, too. */
export class MeetingError extends Error {
  override readonly name = 'MeetingError';

  constructor(
    readonly code: MeetingErrorCode,
    message: string,
  ) {
    super(message);
  }
}
