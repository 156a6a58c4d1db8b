import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MeetingError } from '../meetings/meeting-error';
import type { MeetingStore } from '../meetings/meeting-store';
import { allowPages, guardAccess } from './access';
import { addAttendeeRoutes } from './attendee-routes';
import { errorResponse, meetingErrorResponse } from './error-response';
import { addMeetingRoutes, type SignalingBase } from './meeting-routes';
import { addTagRoutes } from './tag-routes';

/** Twice what a hundred attendees or fifty tags can need. */
const LARGEST_BODY_BYTES = 131_072;

/** What the control API needs of its surroundings. */
export interface ControlOptions {
  readonly store: MeetingStore;
  /** Where a request's clients find signalling. */
  readonly baseFor: SignalingBase;
  /** Names by which it may be addressed, beside IP addresses and `localhost`. */
  readonly hosts: readonly string[];
  /** The path of a request, where not all of it is the service's. */
  readonly pathOf?: (request: Request) => string;
}

/** The meetings API of the service, in its REST-JSON form. Signatures are not looked at. */
export function createControlApi({ store, baseFor, hosts, pathOf }: ControlOptions): Hono {
  const app = new Hono(pathOf ? { getPath: pathOf } : {});
  app.use(async (context, next) => {
    await next();
    context.header('x-amzn-requestid', randomUUID());
  });
  app.use(guardAccess(hosts), allowPages());
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY_BYTES,
      onError: () => {
        const message = `The body has more than ${LARGEST_BODY_BYTES} bytes.`;
        throw new MeetingError('BadRequest', message);
      },
    }),
  );
  addMeetingRoutes(app, store, baseFor);
  addAttendeeRoutes(app, store);
  addTagRoutes(app, store);
  app.onError((error) => {
    if (error instanceof MeetingError) return meetingErrorResponse(error);
    return errorResponse(500, 'ServiceFailure', `This should not happen: ${error.message}`);
  });
  app.notFound(({ req }) =>
    errorResponse(404, 'UnknownOperation', `There is nothing at ${req.method} ${req.path}.`),
  );
  return app;
}
