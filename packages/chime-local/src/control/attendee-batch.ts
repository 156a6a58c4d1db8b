import { z } from 'zod';
import { MeetingError } from '../meetings/meeting-error';
import type { MeetingStore } from '../meetings/meeting-store';
import { capabilities, externalId } from './fields';
import { parseBy } from './read-request';
import { writeAttendee } from './responses';

/** The body of CreateAttendee, and each of a batch. */
export const attendeeRequest = z.object({
  ExternalUserId: externalId,
  Capabilities: capabilities.optional(),
});

/** Of a batch: each is looked at by itself. */
export const attendeeBatch = (most: number) => z.array(z.unknown()).min(1).max(most);

/** Makes those that can be made, and tells of the others why not. */
export function createAttendees(
  store: MeetingStore,
  meetingId: string,
  items: readonly unknown[],
): { Attendees: object[]; Errors: object[] } {
  const result = { Attendees: new Array<object>(), Errors: new Array<object>() };
  for (const item of items) {
    try {
      const { ExternalUserId, Capabilities } = parseBy(attendeeRequest, item);
      const attendee = store.createAttendee(meetingId, ExternalUserId, Capabilities);
      result.Attendees.push(writeAttendee(attendee));
    } catch (error) {
      if (!(error instanceof MeetingError)) throw error;
      result.Errors.push({ ...userOf(item), ErrorCode: error.code, ErrorMessage: error.message });
    }
  }
  return result;
}

/** Whom an item is about, as far as it says. */
function userOf(item: unknown): { ExternalUserId?: string } {
  const { data } = z.object({ ExternalUserId: z.string() }).safeParse(item);
  return data ?? {};
}
