import type {
  Admission,
  Attendee,
  Capabilities,
  MeetingDirectory,
  MeetingEvents,
} from '../../meetings/meeting';

const ALL: Capabilities = { Audio: 'SendReceive', Video: 'SendReceive', Content: 'SendReceive' };
const CONTENT = /#content$/;

/** One meeting whose attendees are their names; `token-NAME` lets NAME in. */
export class FakeDirectory implements MeetingDirectory {
  readonly connections: number[] = [];
  readonly listeners = new Set<MeetingEvents>();
  readonly #attendees = new Map<string, Attendee>();
  #ended = false;

  constructor(names: readonly string[] = ['anna', 'berta', 'carl', 'dora']) {
    for (const name of names) this.#set(name, ALL);
  }

  #set(attendeeId: string, capabilities: Capabilities): Attendee {
    const joinToken = `token-${attendeeId}`;
    const attendee = { attendeeId, externalUserId: `${attendeeId}!`, joinToken, capabilities };
    this.#attendees.set(joinToken, attendee);
    return attendee;
  }

  admit(joinToken: string): Admission | undefined {
    const attendee = this.#attendees.get(joinToken.replace(CONTENT, ''));
    if (!attendee || this.#ended) return undefined;
    return { meeting: MEETING, attendee, content: CONTENT.test(joinToken) };
  }

  hasEnded(joinToken: string): boolean {
    return this.#ended && this.#attendees.has(joinToken.replace(CONTENT, ''));
  }

  subscribe(events: MeetingEvents): () => void {
    this.listeners.add(events);
    return () => void this.listeners.delete(events);
  }

  setConnections(_meetingId: string, count: number): void {
    this.connections.push(count);
  }

  end(): void {
    this.#ended = true;
    for (const listener of this.listeners) listener.ended(MEETING.meetingId);
  }

  delete(attendeeId: string): void {
    this.#attendees.delete(`token-${attendeeId}`);
    for (const listener of this.listeners) listener.attendeeDeleted(MEETING.meetingId, attendeeId);
  }

  allow(attendeeId: string, capabilities: Partial<Capabilities>): void {
    const attendee = this.#set(attendeeId, { ...ALL, ...capabilities });
    for (const listener of this.listeners) {
      listener.capabilitiesChanged(MEETING.meetingId, attendee);
    }
  }
}

const MEETING: Admission['meeting'] = {
  meetingId: 'meeting',
  externalMeetingId: 'test',
  mediaRegion: 'local',
  createdMs: 0,
  features: {
    audio: { echoReduction: 'AVAILABLE' },
    video: { maxResolution: 'FHD' },
    content: { maxResolution: 'FHD' },
    attendee: { maxCount: 250 },
  },
};
