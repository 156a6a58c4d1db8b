import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { MeetingStore } from '../meetings/meeting-store';
import { attendeeBatch, createAttendees } from './attendee-batch';
import { meetingRequest, wantedMeeting } from './meeting-request';
import { readBody, readId, readOperation, refuseOperation } from './read-request';
import { writeMeeting } from './responses';

const MOST_AT_ONCE = 20;

const withAttendees = meetingRequest.extend({ Attendees: attendeeBatch(MOST_AT_ONCE) });

/** Where a request's clients find signalling. */
export type SignalingBase = (request: Request) => string;

/** Meetings: made, looked up and deleted. */
export function addMeetingRoutes(app: Hono, store: MeetingStore, baseFor: SignalingBase): void {
  const create = async (context: Context) => {
    const request = await readBody(context, meetingRequest);
    const stored = store.createMeeting(wantedMeeting(request), request.ClientRequestToken);
    return context.json({ Meeting: writeMeeting(stored, baseFor(context.req.raw)) });
  };
  const createWithAttendees = async (context: Context) => {
    const request = await readBody(context, withAttendees);
    const stored = store.createMeeting(wantedMeeting(request), request.ClientRequestToken);
    const made = createAttendees(store, stored.meeting.meetingId, request.Attendees);
    return context.json({ Meeting: writeMeeting(stored, baseFor(context.req.raw)), ...made });
  };
  app.post('/meetings', (context) => {
    if (readOperation(context) === '') return create(context);
    if (readOperation(context) === 'create-attendees') return createWithAttendees(context);
    return refuseOperation(context);
  });
  app.get('/meetings/:MeetingId', (context) => {
    const stored = store.getMeeting(readId(context, 'MeetingId'));
    return context.json({ Meeting: writeMeeting(stored, baseFor(context.req.raw)) });
  });
  app.delete('/meetings/:MeetingId', (context) => {
    store.deleteMeeting(readId(context, 'MeetingId'));
    return context.body(null, 204);
  });
  addTranscription(app, store);
}

const settings = z
  .object({ LanguageCode: z.string().optional(), IdentifyLanguage: z.boolean().optional() })
  .refine(({ LanguageCode, IdentifyLanguage }) => LanguageCode !== undefined || IdentifyLanguage, {
    error: 'must have LanguageCode or IdentifyLanguage',
  });

const transcription = z.object({
  TranscriptionConfiguration: z
    .object({
      EngineTranscribeSettings: settings.optional(),
      EngineTranscribeMedicalSettings: z.object({ LanguageCode: z.string() }).optional(),
    })
    .refine(
      (engines) => engines.EngineTranscribeSettings ?? engines.EngineTranscribeMedicalSettings,
      { error: 'must have EngineTranscribeSettings or EngineTranscribeMedicalSettings' },
    ),
});

/** Taken and forgotten: there is nobody here who would write down what is said. */
function addTranscription(app: Hono, store: MeetingStore): void {
  app.post('/meetings/:MeetingId/transcription', async (context) => {
    const operation = readOperation(context);
    if (operation !== 'start' && operation !== 'stop') return refuseOperation(context);
    store.getMeeting(readId(context, 'MeetingId'));
    if (operation === 'start') await readBody(context, transcription);
    return context.body(null, 200);
  });
}
