import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { MeetingStore } from '../meetings/meeting-store';
import { attendeeBatch, attendeeRequest, createAttendees } from './attendee-batch';
import { capabilities, guid } from './fields';
import { readPageToken, writePageToken } from './page-token';
import { parseBy, readBody, readId, readOperation, refuseOperation } from './read-request';
import { writeAttendee } from './responses';

const MOST_AT_ONCE = 100;
const MOST_EXCEPTIONS = 250;
const MOST_ON_A_PAGE = 100;

const batch = z.object({ Attendees: attendeeBatch(MOST_AT_ONCE) });

const page = z.object({
  'max-results': z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(MOST_ON_A_PAGE),
  'next-token': z.string().optional(),
});

const capabilitiesUpdate = z.object({ Capabilities: capabilities });

const updateExcept = capabilitiesUpdate.extend({
  ExcludedAttendeeIds: z
    .array(z.object({ AttendeeId: guid }))
    .min(1)
    .max(MOST_EXCEPTIONS),
});

/** Attendees: made, looked up, deleted, and what they may do. */
export function addAttendeeRoutes(app: Hono, store: MeetingStore): void {
  addCreate(app, store);
  addList(app, store);
  addOne(app, store);
  addCapabilities(app, store);
}

function addCreate(app: Hono, store: MeetingStore): void {
  const create = async (context: Context, meetingId: string) => {
    const { ExternalUserId, Capabilities } = await readBody(context, attendeeRequest);
    const attendee = store.createAttendee(meetingId, ExternalUserId, Capabilities);
    return context.json({ Attendee: writeAttendee(attendee) });
  };
  app.post('/meetings/:MeetingId/attendees', async (context) => {
    const operation = readOperation(context);
    if (operation !== '' && operation !== 'batch-create') return refuseOperation(context);
    const { meetingId } = store.getMeeting(readId(context, 'MeetingId')).meeting;
    if (operation === '') return create(context, meetingId);
    const { Attendees } = await readBody(context, batch);
    return context.json(createAttendees(store, meetingId, Attendees));
  });
}

function addList(app: Hono, store: MeetingStore): void {
  app.get('/meetings/:MeetingId/attendees', (context) => {
    const meetingId = readId(context, 'MeetingId');
    const { 'max-results': most, 'next-token': token } = parseBy(page, context.req.query());
    const { attendees, next } = store.listAttendees(meetingId, readPageToken(token), most);
    return context.json({
      Attendees: attendees.map(writeAttendee),
      NextToken: writePageToken(next),
    });
  });
}

function addOne(app: Hono, store: MeetingStore): void {
  const path = '/meetings/:MeetingId/attendees/:AttendeeId';
  const idsOf = (context: Context) =>
    [readId(context, 'MeetingId'), readId(context, 'AttendeeId')] as const;
  app.get(path, (context) =>
    context.json({ Attendee: writeAttendee(store.getAttendee(...idsOf(context))) }),
  );
  app.delete(path, (context) => {
    store.deleteAttendee(...idsOf(context));
    return context.body(null, 204);
  });
  app.put(`${path}/capabilities`, async (context) => {
    const { Capabilities } = await readBody(context, capabilitiesUpdate);
    const attendee = store.updateCapabilities(...idsOf(context), Capabilities);
    return context.json({ Attendee: writeAttendee(attendee) });
  });
}

function addCapabilities(app: Hono, store: MeetingStore): void {
  app.put('/meetings/:MeetingId/attendees/capabilities', async (context) => {
    if (readOperation(context) !== 'batch-update-except') return refuseOperation(context);
    const meetingId = readId(context, 'MeetingId');
    const { ExcludedAttendeeIds, Capabilities } = await readBody(context, updateExcept);
    const excluded = ExcludedAttendeeIds.map(({ AttendeeId }) => AttendeeId);
    store.updateCapabilitiesExcept(meetingId, excluded, Capabilities);
    return context.body(null, 200);
  });
}
