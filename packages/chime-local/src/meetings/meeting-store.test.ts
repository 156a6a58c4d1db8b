import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Capabilities } from './meeting';
import { MeetingStore } from './meeting-store';
import type { WantedMeeting } from './stored-meeting';

const WANTED: WantedMeeting = { externalMeetingId: 'weekly', mediaRegion: 'eu-central-1' };
const MINUTE_MS = 60_000;

const listening: Capabilities = { Audio: 'Receive', Video: 'Receive', Content: 'Receive' };

/** What the store tells signalling, as words. */
function noteEvents(store: MeetingStore): string[] {
  const notes: string[] = [];
  store.subscribe({
    ended: (meetingId) => notes.push(`ended ${meetingId}`),
    attendeeDeleted: (_, attendeeId) => notes.push(`deleted ${attendeeId}`),
    capabilitiesChanged: (_, { externalUserId, capabilities }) =>
      notes.push(`${externalUserId} may ${capabilities.Audio}`),
  });
  return notes;
}

function openMeeting(store: MeetingStore, wanted = WANTED): string {
  return store.createMeeting(wanted).meeting.meetingId;
}

describe('a join token', () => {
  it('lets its attendee in, and the content share of that', () => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store);
    const attendee = store.createAttendee(meetingId, 'ada');
    expect(attendee.joinToken).toMatch(/^[\w-]{48}$/);
    expect(store.admit(attendee.joinToken)).toMatchObject({ attendee, content: false });
    expect(store.admit(`${attendee.joinToken}#content`)).toMatchObject({ attendee, content: true });
  });

  it.each(['', '#content', 'a', '__proto__', 'x'.repeat(10_000)])(
    'that is none does not: %.20s',
    (token) => {
      const store = new MeetingStore();
      store.createAttendee(openMeeting(store), 'ada');
      expect(store.admit(token)).toBeUndefined();
      expect(store.hasEnded(token)).toBe(false);
    },
  );

  it('is void once its attendee is deleted', () => {
    const store = new MeetingStore();
    const notes = noteEvents(store);
    const meetingId = openMeeting(store);
    const { attendeeId, joinToken } = store.createAttendee(meetingId, 'ada');
    store.deleteAttendee(meetingId, attendeeId);
    expect(store.admit(joinToken)).toBeUndefined();
    expect(store.hasEnded(joinToken)).toBe(false);
    expect(notes).toEqual([`deleted ${attendeeId}`]);
  });

  it('tells that its meeting has ended', () => {
    const store = new MeetingStore();
    const notes = noteEvents(store);
    const meetingId = openMeeting(store);
    const { joinToken } = store.createAttendee(meetingId, 'ada');
    store.deleteMeeting(meetingId);
    expect(store.admit(joinToken)).toBeUndefined();
    expect(store.hasEnded(joinToken)).toBe(true);
    expect(store.hasEnded(`${joinToken}#content`)).toBe(true);
    expect(notes).toEqual([`ended ${meetingId}`]);
  });

  it('tells of a meeting of an earlier process that it has ended, since it went with that', () => {
    const before = new MeetingStore();
    const { joinToken } = before.createAttendee(openMeeting(before), 'ada');
    const after = new MeetingStore();
    expect(after.admit(joinToken)).toBeUndefined();
    expect(after.hasEnded(joinToken)).toBe(true);
    const altered = `${joinToken.startsWith('a') ? 'b' : 'a'}${joinToken.slice(1)}`;
    expect(after.hasEnded(altered)).toBe(false);
    expect(after.hasEnded(joinToken.slice(1))).toBe(false);
  });

  it('of a deleted attendee is remembered, up to the ten thousandth after it', () => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store);
    const tokens = Array.from({ length: 10_001 }, () => {
      const { attendeeId, joinToken } = store.createAttendee(meetingId, 'ada');
      store.deleteAttendee(meetingId, attendeeId);
      return joinToken;
    });
    expect(tokens.filter((token) => store.hasEnded(token))).toEqual(tokens.slice(0, 1));
  });
});

describe('a meeting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('that nobody joins ends after five minutes', () => {
    const store = new MeetingStore();
    const notes = noteEvents(store);
    const meetingId = openMeeting(store);
    vi.advanceTimersByTime(5 * MINUTE_MS - 1);
    expect(notes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(notes).toEqual([`ended ${meetingId}`]);
    expect(() => store.getMeeting(meetingId)).toThrow('has ended');
  });

  it('goes on while somebody is in it, and five minutes after', () => {
    const store = new MeetingStore();
    const notes = noteEvents(store);
    const meetingId = openMeeting(store);
    vi.advanceTimersByTime(4 * MINUTE_MS);
    store.setConnections(meetingId, 2);
    vi.advanceTimersByTime(60 * MINUTE_MS);
    store.setConnections(meetingId, 1);
    store.setConnections(meetingId, 0);
    vi.advanceTimersByTime(4 * MINUTE_MS);
    // Said once more: that is no new beginning.
    store.setConnections(meetingId, 0);
    expect(notes).toEqual([]);
    vi.advanceTimersByTime(MINUTE_MS);
    expect(notes).toEqual([`ended ${meetingId}`]);
  });

  it('ends after a day, whoever is in it', () => {
    const store = new MeetingStore();
    const notes = noteEvents(store);
    const meetingId = openMeeting(store);
    store.setConnections(meetingId, 2);
    vi.advanceTimersByTime(24 * 60 * MINUTE_MS);
    expect(notes).toEqual([`ended ${meetingId}`]);
  });

  it('leaves no timer behind', () => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store);
    openMeeting(store);
    store.setConnections(meetingId, 1);
    store.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(store.size).toBe(0);
  });

  it('frees its request token when it ends', () => {
    const store = new MeetingStore();
    const first = store.createMeeting(WANTED, 'token').meeting.meetingId;
    store.deleteMeeting(first);
    expect(store.createMeeting(WANTED, 'token').meeting.meetingId).not.toBe(first);
  });
});

describe('capabilities', () => {
  it.each([
    ['nothing is off', {}, 'SendReceive SendReceive SendReceive'],
    ['video is off', { video: 'None' }, 'SendReceive Receive SendReceive'],
    ['content is off', { content: 'None' }, 'SendReceive SendReceive None'],
    ['both are off', { video: 'None', content: 'None' }, 'SendReceive None None'],
  ] as const)('that are not named are the most there is where %s', (_, features, said) => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store, { ...WANTED, features });
    const { Audio, Video, Content } = store.createAttendee(meetingId, 'ada').capabilities;
    expect(`${Audio} ${Video} ${Content}`).toBe(said);
  });

  it('that change are told once', () => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store);
    const { attendeeId } = store.createAttendee(meetingId, 'ada');
    store.createAttendee(meetingId, 'bob', listening);
    const notes = noteEvents(store);
    store.updateCapabilities(meetingId, attendeeId, listening);
    store.updateCapabilities(meetingId, attendeeId, listening);
    store.updateCapabilitiesExcept(meetingId, [attendeeId], { ...listening, Audio: 'None' });
    expect(notes).toEqual(['ada may Receive', 'bob may None']);
  });

  it('are those that hold now when somebody comes in', () => {
    const store = new MeetingStore();
    const meetingId = openMeeting(store);
    const { attendeeId, joinToken } = store.createAttendee(meetingId, 'ada');
    store.updateCapabilities(meetingId, attendeeId, listening);
    expect(store.admit(joinToken)?.attendee.capabilities).toEqual(listening);
  });
});

it('tells a listener nothing after it has left', () => {
  const store = new MeetingStore();
  const ended = vi.fn();
  const leave = store.subscribe({ ended, attendeeDeleted: vi.fn(), capabilitiesChanged: vi.fn() });
  leave();
  store.deleteMeeting(openMeeting(store));
  expect(ended).not.toHaveBeenCalled();
});
