import { randomUUID } from 'node:crypto';
import { AttendeeList } from './attendee-list';
import { fillFeatures, type WantedFeatures } from './features';
import type { Meeting } from './meeting';
import { MeetingLife } from './meeting-life';
import { withTags, type Tag } from './tags';

/** An account that nobody has. */
const ACCOUNT = '000000000000';

/** What a meeting is made of; two requests with one token must want the same. */
export interface WantedMeeting {
  readonly externalMeetingId: string;
  readonly mediaRegion: string;
  readonly features?: WantedFeatures | undefined;
  readonly hostId?: string | undefined;
  readonly tenantIds?: readonly string[] | undefined;
  readonly tags?: readonly Tag[] | undefined;
}

/** A meeting as the control API knows it. */
export interface StoredMeeting {
  readonly meeting: Meeting;
  readonly arn: string;
  readonly wanted: WantedMeeting;
  readonly attendees: AttendeeList;
  readonly life: MeetingLife;
  tags: ReadonlyMap<string, string>;
}

/**
 * A meeting without attendees.
 * @param over - Called with its id when it ends by itself.
 * @throws MeetingError where this cannot be had.
 */
export function newMeeting(
  wanted: WantedMeeting,
  over: (meetingId: string) => void,
): StoredMeeting {
  const { externalMeetingId, mediaRegion } = wanted;
  const features = fillFeatures(wanted.features);
  const tags = withTags(new Map(), wanted.tags ?? []);
  const meetingId = randomUUID();
  return {
    meeting: { meetingId, externalMeetingId, mediaRegion, features, createdMs: Date.now() },
    arn: `arn:aws:chime:${mediaRegion}:${ACCOUNT}:meeting/${meetingId}`,
    wanted,
    attendees: new AttendeeList(),
    life: new MeetingLife(() => over(meetingId)),
    tags,
  };
}
