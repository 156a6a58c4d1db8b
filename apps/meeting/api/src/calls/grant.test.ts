import {
  CreateAttendeeCommand,
  DeleteMeetingCommand,
  GetAttendeeCommand,
} from '@aws-sdk/client-chime-sdk-meetings';
import type { CallResponse, Who } from '@cyclorama/meeting-contract';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { leave } from '../participants/leave';
import { changeRoom } from '../rooms/change-room';
import { showRoom } from '../rooms/show-room';
import { arrive, arriveAsHost, newRoom, openMeeting, type Joined } from '../testing/open-meeting';
import type { LocalMeeting } from '../testing/open-meeting';
import { capabilitiesOf } from './capabilities';
import { ChimeCalls } from './chime-calls';
import { openCall } from './open-call';
import { ContentShare } from './testing/content-share';

let meeting: LocalMeeting;
beforeAll(async () => void (meeting = await openMeeting()));
afterAll(() => meeting.close());

const open = (who: Joined, calls: ChimeCalls = meeting.services.calls) =>
  openCall({ ...meeting.services, calls }, who);

const letShare = (host: Joined, sharing: Who, calls: ChimeCalls = meeting.services.calls) =>
  changeRoom({ ...meeting.services, calls }, host, { sharing });

async function hostedRoom(sharing: Who) {
  const created = await newRoom(meeting.services, { sharing });
  const host = await arriveAsHost(meeting.services, created);
  const newGuest = () => arrive(meeting.services, created);
  return { created, host, guest: await newGuest(), newGuest };
}

/** As the service has it, whatever the API believes. */
async function contentOf({ Meeting: { MeetingId }, Attendee: { AttendeeId } }: CallResponse) {
  const command = new GetAttendeeCommand({ MeetingId, AttendeeId });
  const { Attendee } = await meeting.chimeClient.send(command);
  return Attendee?.Capabilities?.Content;
}

async function share(call: CallResponse): Promise<ContentShare> {
  const content = await ContentShare.open(call);
  onTestFinished(() => content.close());
  return content;
}

const NOT_ALLOWED = JSON.stringify({ audioStatus: 403 });

/** The service, with one of its calls another than usual. */
class OtherCalls extends ChimeCalls {
  constructor(other: Partial<Pick<ChimeCalls, 'createAttendee' | 'allow' | 'allowAllBut'>>) {
    super(meeting.chimeClient, 'us-east-1');
    Object.assign(this, other);
  }
}

describe('where the host alone may share, a guest', () => {
  it('is an attendee that may speak and be seen, and only see content', async () => {
    const { host, guest } = await hostedRoom('host');
    const [hosts, guests] = await Promise.all([open(host), open(guest)]);
    expect(guests.Attendee['Capabilities']).toEqual({
      Audio: 'SendReceive',
      Video: 'SendReceive',
      Content: 'Receive',
    });
    expect(await contentOf(guests)).toBe('Receive');
    expect(await contentOf(hosts)).toBe('SendReceive');
  });

  it('is refused a share by the service, whatever their page does, and a host is not', async () => {
    const { host, guest } = await hostedRoom('host');
    const [hosts, guests] = await Promise.all([open(host), open(guest)]);
    const [allowed, refused] = [await share(hosts), await share(guests)];
    await expect.poll(() => refused.outcome).toBe(NOT_ALLOWED);
    await expect.poll(() => allowed.outcome).toBe('shown');
  });
});

describe('a host who changes who may share', () => {
  it('ends the share of a guest, and lets them share again', async () => {
    const { host, guest } = await hostedRoom('everyone');
    const [hosts, guests] = await Promise.all([open(host), open(guest)]);
    const [kept, ended] = [await share(hosts), await share(guests)];
    await expect.poll(() => [kept.outcome, ended.outcome]).toEqual(['shown', 'shown']);
    await letShare(host, 'host');
    await expect.poll(() => ended.outcome).toBe(NOT_ALLOWED);
    expect(kept.outcome).toBe('shown');
    await letShare(host, 'everyone');
    const again = await share(guests);
    await expect.poll(() => again.outcome).toBe('shown');
  });

  it('need not be in the call, and may be one of several', async () => {
    const { created, host, guest, newGuest } = await hostedRoom('everyone');
    const calls = [await open(guest), await open(await newGuest())];
    await letShare(host, 'host');
    expect(await Promise.all(calls.map(contentOf))).toEqual(['Receive', 'Receive']);
    await letShare(host, 'everyone');
    expect(await Promise.all(calls.map(contentOf))).toEqual(['SendReceive', 'SendReceive']);
    const hosts = [await open(host), await open(await arriveAsHost(meeting.services, created))];
    await letShare(host, 'host');
    expect(await Promise.all(hosts.map(contentOf))).toEqual(['SendReceive', 'SendReceive']);
    expect(await Promise.all(calls.map(contentOf))).toEqual(['Receive', 'Receive']);
  });

  it('changes the room where nobody is in the call, and where the meeting has ended', async () => {
    const { host, guest } = await hostedRoom('everyone');
    await letShare(host, 'host');
    const { Meeting } = await open(guest);
    await meeting.chimeClient.send(new DeleteMeetingCommand({ MeetingId: Meeting.MeetingId }));
    await letShare(host, 'everyone');
    expect(await contentOf(await open(guest))).toBe('SendReceive');
  });

  it('keeps the setting where the service fails, and has it held by repeating', async () => {
    const { host, guest } = await hostedRoom('everyone');
    const guests = await open(guest);
    const failing = new OtherCalls({ allowAllBut: () => Promise.reject(new Error('No answer.')) });
    await expect(letShare(host, 'host', failing)).rejects.toThrow('No answer.');
    expect((await showRoom(meeting.services, guest)).room.sharing).toBe('host');
    expect(await contentOf(guests)).toBe('SendReceive');
    await letShare(host, 'host');
    expect(await contentOf(guests)).toBe('Receive');
  });
});

describe('somebody who enters while who may share is changed', () => {
  /** The change is whole between the making of an attendee and its being found. */
  const interruptedBy = (interrupt: () => Promise<unknown>) =>
    new OtherCalls({
      createAttendee: async (...wanted) => {
        const attendee = await meeting.services.calls.createAttendee(...wanted);
        await interrupt();
        return attendee;
      },
    });

  it.each([
    ['host', 'Receive'],
    ['everyone', 'SendReceive'],
  ] as const)('may do as a guest what the room says then: %s', async (sharing, content) => {
    const { host, guest } = await hostedRoom(sharing === 'host' ? 'everyone' : 'host');
    await open(host);
    const entered = await open(
      guest,
      interruptedBy(() => letShare(host, sharing)),
    );
    expect(await contentOf(entered)).toBe(content);
    expect(entered.Attendee['Capabilities']).toMatchObject({ Content: content });
  });

  it('is a host all the same, whom the change did not find in time', async () => {
    const { created, host, guest } = await hostedRoom('everyone');
    await open(host);
    await open(guest);
    const second = await arriveAsHost(meeting.services, created);
    const calls = interruptedBy(() => letShare(host, 'host'));
    expect(await contentOf(await open(second, calls))).toBe('SendReceive');
  });

  it('is a host all the same, who came while the service was told of the guests', async () => {
    const { created, host } = await hostedRoom('everyone');
    await open(host);
    const second = await arriveAsHost(meeting.services, created);
    let entered: CallResponse | undefined;
    const calls = new OtherCalls({
      allowAllBut: async (...told) => {
        entered = await open(second);
        return meeting.services.calls.allowAllBut(...told);
      },
    });
    await letShare(host, 'host', calls);
    expect(entered && (await contentOf(entered))).toBe('SendReceive');
  });

  it('gets nothing to enter with where the service fails, and enters by asking again', async () => {
    const { host, guest } = await hostedRoom('everyone');
    await open(host);
    const calls = interruptedBy(() => letShare(host, 'host'));
    calls.allow = () => Promise.reject(new Error('No answer.'));
    await expect(open(guest, calls)).rejects.toThrow('No answer.');
    expect(await contentOf(await open(guest))).toBe('Receive');
  });
});

describe('what an attendee may do', () => {
  it('is mended where an earlier change did not reach them', async () => {
    const { host, guest } = await hostedRoom('host');
    const { Meeting } = await open(host);
    const wanted = { MeetingId: Meeting.MeetingId, ExternalUserId: guest.id };
    await meeting.chimeClient.send(new CreateAttendeeCommand(wanted));
    expect(await contentOf(await open(guest))).toBe('Receive');
  });

  it('is what the room says, where two hosts change it at once', async () => {
    const { created, host, guest } = await hostedRoom('everyone');
    const guests = await open(guest);
    const second = await arriveAsHost(meeting.services, created);
    await open(second);
    const slow = new OtherCalls({
      allowAllBut: async (...told) => {
        const isOld = told[2].Content === 'Receive';
        if (isOld) await letShare(second, 'everyone');
        return meeting.services.calls.allowAllBut(...told);
      },
    });
    await letShare(host, 'host', slow);
    const { room } = await showRoom(meeting.services, guest);
    expect(room.sharing).toBe('everyone');
    expect(await contentOf(guests)).toBe(capabilitiesOf('guest', room).Content);
  });

  it('reaches the others where a host leaves in the middle of the change', async () => {
    const { created, host, guest } = await hostedRoom('everyone');
    const guests = await open(guest);
    await open(host);
    const second = await arriveAsHost(meeting.services, created);
    await open(second);
    let told = 0;
    const calls = new OtherCalls({
      // What the service says of one that it does not know any more is not written anywhere.
      allowAllBut: async (...wanted) => {
        told += 1;
        if (told > 1) return meeting.services.calls.allowAllBut(...wanted);
        await leave(meeting.services, second);
        return false;
      },
    });
    await letShare(host, 'host', calls);
    expect(told).toBe(2);
    expect(await contentOf(guests)).toBe('Receive');
  });
});
