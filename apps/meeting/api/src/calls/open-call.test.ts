import { DeleteMeetingCommand, ListAttendeesCommand } from '@aws-sdk/client-chime-sdk-meetings';
import type { CallResponse } from '@cyclorama/meeting-contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave } from '../participants/leave';
import { remove } from '../participants/remove';
import { endRoom } from '../rooms/end-room';
import { arrive, arriveAsHost, newRoom, openMeeting, type Joined } from '../testing/open-meeting';
import type { LocalMeeting } from '../testing/open-meeting';
import { ChimeCalls } from './chime-calls';
import { openCall } from './open-call';

let meeting: LocalMeeting;
beforeAll(async () => void (meeting = await openMeeting()));
afterAll(() => meeting.close());

async function roomOf(size: number) {
  const created = await newRoom(meeting.services);
  const people = await Promise.all(
    Array.from({ length: size }, () => arrive(meeting.services, created)),
  );
  return { created, people };
}

const open = (who: Joined) => openCall(meeting.services, who);
const idOf = ({ Meeting }: CallResponse) => Meeting.MeetingId;
const meetingsOf = (calls: readonly CallResponse[]) => new Set(calls.map(idOf));

const end = (MeetingId: string) =>
  meeting.chimeClient.send(new DeleteMeetingCommand({ MeetingId }));

async function attendeesOf(MeetingId: string) {
  const answer = await meeting.chimeClient.send(new ListAttendeesCommand({ MeetingId }));
  return (answer.Attendees ?? []).map(({ ExternalUserId }) => ExternalUserId);
}

// Hundreds of requests at once, which a busy machine takes its time for.
describe('a call', { timeout: 30_000 }, () => {
  it('is one meeting for twenty who open it at once', async () => {
    const before = meeting.chime.figures().meetings;
    const { people } = await roomOf(20);
    const calls = await Promise.all(people.map(open));
    expect(meetingsOf(calls).size).toBe(1);
    expect(meeting.chime.figures().meetings).toBe(before + 1);
    expect(calls.map(({ Attendee }) => Attendee.ExternalUserId)).toEqual(
      people.map(({ id }) => id),
    );
  });

  it('is one new meeting for all who find it ended at once', async () => {
    const { people } = await roomOf(10);
    const first = await Promise.all(people.map(open));
    const [former = ''] = meetingsOf(first);
    const before = meeting.chime.figures().meetings;
    await end(former);
    const second = await Promise.all(people.map(open));
    expect(meetingsOf(second).size).toBe(1);
    expect(meetingsOf(second)).not.toContain(former);
    expect(meeting.chime.figures().meetings).toBe(before);
  });

  it('gives the same attendee to whoever asks again', async () => {
    const { people } = await roomOf(1);
    const calls = await Promise.all(people.concat(people, people).map(open));
    expect(new Set(calls.map(({ Attendee }) => Attendee.AttendeeId)).size).toBe(1);
  });

  it('is not for who waits', async () => {
    const created = await newRoom(meeting.services, { waitingRoom: true });
    const who = await arrive(meeting.services, created);
    await expect(open(who)).rejects.toMatchObject({ code: 'waiting' });
  });

  it('is left by who leaves the room, and by who is removed', async () => {
    const { created, people } = await roomOf(2);
    const host = await arriveAsHost(meeting.services, created);
    const [call] = await Promise.all([host, ...people].map(open));
    const [first, second] = people;
    if (!call || !first || !second) throw new Error('Three have joined.');
    await leave(meeting.services, first);
    await remove(meeting.services, host, second.id);
    expect(await attendeesOf(idOf(call))).toEqual([host.id]);
  });

  it('has no place for who is removed while they enter', async () => {
    const { created, people } = await roomOf(1);
    const host = await arriveAsHost(meeting.services, created);
    const call = await open(host);
    const [who] = people;
    if (!who) throw new Error('One has joined.');
    const calls = new InterruptedCalls(() => remove(meeting.services, host, who.id));
    const entered = openCall({ ...meeting.services, calls }, who);
    await expect(entered).rejects.toMatchObject({ code: 'removed' });
    expect(await attendeesOf(idOf(call))).toEqual([host.id]);
  });

  it('does not go back to an earlier meeting for who was slow to open it', async () => {
    const { people } = await roomOf(2);
    const [slow, quick] = people;
    if (!slow || !quick) throw new Error('Two have joined.');
    let standing = '';
    const calls = new InterruptedCalls(async () => {
      await end(idOf(await open(quick)));
      standing = idOf(await open(quick));
    });
    const opened = await openCall({ ...meeting.services, calls }, slow);
    expect(idOf(opened)).toBe(standing);
    expect(idOf(await open(quick))).toBe(standing);
  });

  it('ends with its room, also for who is just opening it', async () => {
    const before = meeting.chime.figures().meetings;
    const { created } = await roomOf(0);
    const host = await arriveAsHost(meeting.services, created);
    const calls = new InterruptedCalls(() => endRoom(meeting.services, host));
    const opened = openCall({ ...meeting.services, calls }, host);
    await expect(opened).rejects.toMatchObject({ code: 'room-ended' });
    expect(meeting.chime.figures().meetings).toBe(before);
  });

  it('ends for all who are in it', async () => {
    const before = meeting.chime.figures().meetings;
    const { created, people } = await roomOf(4);
    const host = await arriveAsHost(meeting.services, created);
    await Promise.all(people.map(open));
    await endRoom(meeting.services, host);
    expect(meeting.chime.figures().meetings).toBe(before);
  });
});

/** The service, after whose first answer something else happens. */
class InterruptedCalls extends ChimeCalls {
  #interrupt: (() => Promise<unknown>) | undefined;

  constructor(interrupt: () => Promise<unknown>) {
    super(meeting.chimeClient, 'us-east-1');
    this.#interrupt = interrupt;
  }

  override async createMeeting(roomId: string, generation: number) {
    return this.#before(await super.createMeeting(roomId, generation));
  }

  override async createAttendee(...wanted: Parameters<ChimeCalls['createAttendee']>) {
    return this.#before(await super.createAttendee(...wanted));
  }

  async #before<Answer>(answer: Answer): Promise<Answer> {
    const interrupt = this.#interrupt;
    this.#interrupt = undefined;
    await interrupt?.();
    return answer;
  }
}
