import { isDeepStrictEqual } from 'node:util';
import type { AttendeePage } from './attendee-list';
import { checkCapabilities, defaultCapabilities } from './capabilities';
import { isForContent, JoinTokens } from './join-tokens';
import type { Admission, Attendee, Capabilities, MeetingDirectory, MeetingEvents } from './meeting';
import { MeetingError } from './meeting-error';
import { newMeeting, type StoredMeeting, type WantedMeeting } from './stored-meeting';

/** What an account of the service may have at a time, unless it asks for more. */
const MOST_MEETINGS = 250;

/** Meetings and attendees of one process, in memory. */
export class MeetingStore implements MeetingDirectory {
  readonly #meetings = new Map<string, StoredMeeting>();
  /** By `ClientRequestToken`: the meeting's id. */
  readonly #requests = new Map<string, string>();
  readonly #tokens = new JoinTokens();
  readonly #listeners = new Set<MeetingEvents>();

  /** How many meetings there are. */
  get size(): number {
    return this.#meetings.size;
  }

  /** Again with the same token and wishes: the same meeting. @throws MeetingError */
  createMeeting(wanted: WantedMeeting, requestToken = ''): StoredMeeting {
    const former = this.#meetings.get(this.#requests.get(requestToken) ?? '');
    if (former) return sameMeeting(former, wanted);
    if (this.#meetings.size >= MOST_MEETINGS) {
      const message = `There are ${MOST_MEETINGS} meetings, the most at a time; delete some.`;
      throw new MeetingError('LimitExceeded', message);
    }
    const stored = newMeeting(wanted, (meetingId) => this.deleteMeeting(meetingId));
    const { meetingId } = stored.meeting;
    this.#meetings.set(meetingId, stored);
    if (requestToken) this.#requests.set(requestToken, meetingId);
    return stored;
  }

  /** @throws MeetingError where there is none of this id. */
  getMeeting(meetingId: string): StoredMeeting {
    const stored = this.#meetings.get(meetingId);
    if (stored) return stored;
    throw new MeetingError('NotFound', `There is no meeting ${meetingId}, or it has ended.`);
  }

  /** @throws MeetingError where there is none of this name. */
  getMeetingByArn(arn: string): StoredMeeting {
    const stored = this.#meetings.get(arn.slice(arn.lastIndexOf('/') + 1));
    if (stored?.arn === arn) return stored;
    throw new MeetingError('ResourceNotFound', `There is no meeting ${arn}, or it has ended.`);
  }

  /** Those who are in it are told; one that is not there is no matter. */
  deleteMeeting(meetingId: string): void {
    const stored = this.#meetings.get(meetingId);
    if (!stored) return;
    stored.life.close();
    this.#meetings.delete(meetingId);
    for (const [token, id] of this.#requests) if (id === meetingId) this.#requests.delete(token);
    for (const attendee of stored.attendees.all) this.#tokens.end(attendee);
    this.#tell((listener) => listener.ended(meetingId));
  }

  /** Again for the same user: the same attendee, as it is. @throws MeetingError */
  createAttendee(meetingId: string, userId: string, wanted?: Capabilities): Attendee {
    const stored = this.getMeeting(meetingId);
    const { features } = stored.meeting;
    if (wanted) checkCapabilities(wanted, features);
    const former = stored.attendees.findByUser(userId);
    if (former) return former;
    const { maxCount } = features.attendee;
    if (stored.attendees.size >= maxCount) {
      throw new MeetingError('LimitExceeded', `The meeting has its ${maxCount} attendees.`);
    }
    const attendee = stored.attendees.add(userId, wanted ?? defaultCapabilities(features));
    this.#tokens.add(stored, attendee);
    return attendee;
  }

  /** @throws MeetingError where there is none of this id. */
  getAttendee(meetingId: string, attendeeId: string): Attendee {
    const attendee = this.getMeeting(meetingId).attendees.get(attendeeId);
    if (attendee) return attendee;
    throw new MeetingError('NotFound', `There is no attendee ${attendeeId} in this meeting.`);
  }

  /** @throws MeetingError where there is no such meeting. */
  listAttendees(meetingId: string, after: number, most: number): AttendeePage {
    return this.getMeeting(meetingId).attendees.page(after, most);
  }

  /** Whoever is in the meeting as this attendee is told and put out. @throws MeetingError */
  deleteAttendee(meetingId: string, attendeeId: string): void {
    this.#tokens.revoke(this.getAttendee(meetingId, attendeeId));
    this.getMeeting(meetingId).attendees.delete(attendeeId);
    this.#tell((listener) => listener.attendeeDeleted(meetingId, attendeeId));
  }

  /** @throws MeetingError where there is none of this id, or it may not have these. */
  updateCapabilities(meetingId: string, attendeeId: string, wanted: Capabilities): Attendee {
    const { attendees, meeting } = this.getMeeting(meetingId);
    const former = this.getAttendee(meetingId, attendeeId);
    checkCapabilities(wanted, meeting.features);
    if (isDeepStrictEqual(former.capabilities, wanted)) return former;
    const attendee = { ...former, capabilities: wanted };
    attendees.replace(attendee);
    this.#tell((listener) => listener.capabilitiesChanged(meetingId, attendee));
    return attendee;
  }

  /** For all but these. @throws MeetingError where the others may not have them. */
  updateCapabilitiesExcept(
    meetingId: string,
    excluded: readonly string[],
    wanted: Capabilities,
  ): void {
    const { attendees, meeting } = this.getMeeting(meetingId);
    checkCapabilities(wanted, meeting.features);
    const others = attendees.all.filter(({ attendeeId }) => !excluded.includes(attendeeId));
    for (const { attendeeId } of others) this.updateCapabilities(meetingId, attendeeId, wanted);
  }

  admit(joinToken: string): Admission | undefined {
    const owner = this.#tokens.ownerOf(joinToken);
    if (!owner) return undefined;
    const { stored, attendee } = owner;
    return { meeting: stored.meeting, attendee, content: isForContent(joinToken) };
  }

  hasEnded(joinToken: string): boolean {
    return this.#tokens.hasEnded(joinToken);
  }

  subscribe(events: MeetingEvents): () => void {
    this.#listeners.add(events);
    return () => void this.#listeners.delete(events);
  }

  setConnections(meetingId: string, count: number): void {
    this.#meetings.get(meetingId)?.life.setEmpty(count === 0);
  }

  /** Ends all meetings. */
  close(): void {
    for (const meetingId of [...this.#meetings.keys()]) this.deleteMeeting(meetingId);
  }

  #tell(what: (listener: MeetingEvents) => void): void {
    for (const listener of [...this.#listeners]) what(listener);
  }
}

/** What a repeated request gets. */
function sameMeeting(former: StoredMeeting, wanted: WantedMeeting): StoredMeeting {
  if (isDeepStrictEqual(former.wanted, wanted)) return former;
  throw new MeetingError(
    'Conflict',
    'ClientRequestToken was used for a meeting with other parameters; use another one.',
  );
}
