import type { MeetingError, MeetingErrorCode } from '../meetings/meeting-error';

/** As the service maps its exceptions. */
const STATUS: Readonly<Record<MeetingErrorCode, number>> = {
  BadRequest: 400,
  Conflict: 409,
  Forbidden: 403,
  LimitExceeded: 400,
  NotFound: 404,
  ResourceNotFound: 404,
  TooManyTags: 400,
};

/** An error in the service's form, by which its clients know the exception's class. */
export function errorResponse(status: number, code: string, message: string): Response {
  return Response.json(
    { Code: code, Message: message },
    { status, headers: { 'x-amzn-errortype': `${code}Exception` } },
  );
}

/** What a refused request gets. */
export function meetingErrorResponse({ code, message }: MeetingError): Response {
  return errorResponse(STATUS[code], code, message);
}
