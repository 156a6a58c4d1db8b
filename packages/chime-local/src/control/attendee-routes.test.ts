import {
  BadRequestException,
  LimitExceededException,
  NotFoundException,
  type AttendeeCapabilities,
  type MeetingFeaturesConfiguration,
} from '@aws-sdk/client-chime-sdk-meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openControl, type OpenControl } from './testing/open-control';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let control: OpenControl;
beforeAll(async () => {
  control = await openControl();
});
afterAll(() => control.close());

async function openMeeting(MeetingFeatures: MeetingFeaturesConfiguration = {}): Promise<string> {
  const wanted = { MediaRegion: 'us-east-1', ExternalMeetingId: 'weekly', MeetingFeatures };
  const { Meeting } = await control.client.createMeeting(wanted);
  return Meeting?.MeetingId ?? '';
}

async function addAttendee(MeetingId: string, ExternalUserId: string) {
  const { Attendee } = await control.client.createAttendee({ MeetingId, ExternalUserId });
  return { ...Attendee, AttendeeId: Attendee?.AttendeeId ?? '' };
}

const may = (
  Audio: AttendeeCapabilities['Audio'],
  Video: AttendeeCapabilities['Video'],
  Content: AttendeeCapabilities['Content'],
): AttendeeCapabilities => ({ Audio, Video, Content });

describe('CreateAttendee', () => {
  it('gives a token that a WebSocket can carry', async () => {
    const attendee = await addAttendee(await openMeeting(), 'ada');
    expect(attendee).toEqual({
      AttendeeId: expect.stringMatching(/^[a-f0-9-]{36}$/) as string,
      ExternalUserId: 'ada',
      JoinToken: expect.stringMatching(/^[\w-]{48}$/) as string,
      Capabilities: may('SendReceive', 'SendReceive', 'SendReceive'),
    });
  });

  it('gives the same attendee for the same user, and for that alone', async () => {
    const MeetingId = await openMeeting();
    const once = await addAttendee(MeetingId, 'ada');
    expect(await addAttendee(MeetingId, 'ada')).toEqual(once);
    expect(await addAttendee(MeetingId, 'bob')).not.toEqual(once);
    expect(await addAttendee(await openMeeting(), 'ada')).not.toEqual(once);
  });

  it('knows no attendee above the meeting’s count', async () => {
    const MeetingId = await openMeeting({ Attendee: { MaxCount: 1 } });
    await addAttendee(MeetingId, 'ada');
    await expect(addAttendee(MeetingId, 'bob')).rejects.toThrow(LimitExceededException);
    await expect(addAttendee(MeetingId, 'ada')).resolves.toBeDefined();
  });

  it('needs a meeting', async () => {
    await expect(addAttendee(NOWHERE, 'ada')).rejects.toThrow(NotFoundException);
  });

  it.each(['x', 'a'.repeat(65), 'aws:ada', 'a*b'])('refuses the user %.10s', async (user) => {
    const asked = addAttendee(await openMeeting(), user);
    await expect(asked).rejects.toThrow(BadRequestException);
    await expect(asked).rejects.toThrow('ExternalUserId');
  });

  it.each([
    ['content without video', {}, may('None', 'Send', 'Receive'), 'Content can be Receive only'],
    [
      'video where there is none',
      { Video: { MaxResolution: 'None' } } as const,
      may('SendReceive', 'Receive', 'None'),
      'Video must be None',
    ],
    [
      'content where there is none',
      { Content: { MaxResolution: 'None' } } as const,
      may('SendReceive', 'Receive', 'Send'),
      'Content must be None',
    ],
  ])('refuses %s', async (_, features, Capabilities, reason) => {
    const MeetingId = await openMeeting(features);
    const wanted = { MeetingId, ExternalUserId: 'ada', Capabilities };
    await expect(control.client.createAttendee(wanted)).rejects.toThrow(reason);
  });

  it('allows video without content', async () => {
    const Capabilities = may('None', 'Receive', 'Send');
    const MeetingId = await openMeeting();
    const wanted = { MeetingId, ExternalUserId: 'ada', Capabilities };
    const { Attendee } = await control.client.createAttendee(wanted);
    expect(Attendee?.Capabilities).toEqual(Capabilities);
  });
});

describe('BatchCreateAttendee', () => {
  it('makes those that can be made and tells why the others cannot', async () => {
    const MeetingId = await openMeeting({ Attendee: { MaxCount: 2 } });
    const made = await control.client.batchCreateAttendee({
      MeetingId,
      Attendees: [
        { ExternalUserId: 'ada' },
        { ExternalUserId: 'aws:bob' },
        { ExternalUserId: 'cy', Capabilities: may('None', 'None', 'Receive') },
        { ExternalUserId: 'dan' },
        { ExternalUserId: 'eve' },
      ],
    });
    expect(made.Attendees?.map(({ ExternalUserId }) => ExternalUserId)).toEqual(['ada', 'dan']);
    expect(
      made.Errors?.map(({ ExternalUserId, ErrorCode }) => [ExternalUserId, ErrorCode]),
    ).toEqual([
      ['aws:bob', 'BadRequest'],
      ['cy', 'BadRequest'],
      ['eve', 'LimitExceeded'],
    ]);
  });

  it('takes a hundred', async () => {
    const MeetingId = await openMeeting();
    const Attendees = Array.from({ length: 101 }, (_, at) => ({ ExternalUserId: `user-${at}` }));
    const tooMany = control.client.batchCreateAttendee({ MeetingId, Attendees });
    await expect(tooMany).rejects.toThrow(BadRequestException);
    const fewer = { MeetingId, Attendees: Attendees.slice(1) };
    const made = await control.client.batchCreateAttendee(fewer);
    expect(made.Attendees).toHaveLength(100);
    expect(made.Errors).toEqual([]);
  });

  it('needs a meeting', async () => {
    const Attendees = [{ ExternalUserId: 'ada' }];
    const asked = control.client.batchCreateAttendee({ MeetingId: NOWHERE, Attendees });
    await expect(asked).rejects.toThrow(NotFoundException);
  });
});

describe('ListAttendees', () => {
  it('gives pages, one after the other, whoever is deleted meanwhile', async () => {
    const MeetingId = await openMeeting();
    const ids: string[] = [];
    for (const user of ['u1', 'u2', 'u3', 'u4', 'u5']) {
      ids.push((await addAttendee(MeetingId, user)).AttendeeId);
    }
    const first = await control.client.listAttendees({ MeetingId, MaxResults: 2 });
    await control.client.deleteAttendee({ MeetingId, AttendeeId: ids[1] });
    const { NextToken } = first;
    const second = await control.client.listAttendees({ MeetingId, MaxResults: 2, NextToken });
    const third = await control.client.listAttendees({
      MeetingId,
      MaxResults: 2,
      NextToken: second.NextToken,
    });
    const listed = [first, second, third].map(({ Attendees }) =>
      Attendees?.map(({ ExternalUserId }) => ExternalUserId),
    );
    expect(listed).toEqual([['u1', 'u2'], ['u3', 'u4'], ['u5']]);
    expect(third.NextToken).toBeUndefined();
  });

  it('gives a hundred on a page if nothing is said', async () => {
    const MeetingId = await openMeeting();
    for (let at = 0; at < 101; at += 1) control.store.createAttendee(MeetingId, `user-${at}`);
    const { Attendees, NextToken } = await control.client.listAttendees({ MeetingId });
    expect(Attendees).toHaveLength(100);
    expect(NextToken).toBeDefined();
  });

  it.each([
    ['no results', { MaxResults: 0 }, 'max-results'],
    ['too many', { MaxResults: 101 }, 'max-results'],
    ['a token of its own', { NextToken: 'abc' }, 'NextToken'],
    ['an empty token', { NextToken: '' }, 'NextToken'],
  ])('refuses %s', async (_, asked, reason) => {
    const list = control.client.listAttendees({ MeetingId: await openMeeting(), ...asked });
    await expect(list).rejects.toThrow(BadRequestException);
    await expect(list).rejects.toThrow(reason);
  });
});

describe('GetAttendee and DeleteAttendee', () => {
  it('find an attendee until it is deleted', async () => {
    const MeetingId = await openMeeting();
    const attendee = await addAttendee(MeetingId, 'ada');
    const { AttendeeId } = attendee;
    const found = await control.client.getAttendee({ MeetingId, AttendeeId });
    expect(found.Attendee).toEqual(attendee);
    const deleted = await control.client.deleteAttendee({ MeetingId, AttendeeId });
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    const again = { MeetingId, AttendeeId };
    await expect(control.client.getAttendee(again)).rejects.toThrow(NotFoundException);
    await expect(control.client.deleteAttendee(again)).rejects.toThrow(NotFoundException);
  });

  it('leave a new attendee for the same user', async () => {
    const MeetingId = await openMeeting();
    const { AttendeeId } = await addAttendee(MeetingId, 'ada');
    await control.client.deleteAttendee({ MeetingId, AttendeeId });
    expect((await addAttendee(MeetingId, 'ada')).AttendeeId).not.toBe(AttendeeId);
  });
});

describe('UpdateAttendeeCapabilities', () => {
  it('changes what one may do', async () => {
    const MeetingId = await openMeeting();
    const { AttendeeId } = await addAttendee(MeetingId, 'ada');
    const Capabilities = may('Receive', 'Receive', 'None');
    const wanted = { MeetingId, AttendeeId, Capabilities };
    const { Attendee } = await control.client.updateAttendeeCapabilities(wanted);
    expect(Attendee?.Capabilities).toEqual(Capabilities);
    const found = await control.client.getAttendee({ MeetingId, AttendeeId });
    expect(found.Attendee?.Capabilities).toEqual(Capabilities);
  });

  it('refuses what contradicts itself, and changes nothing then', async () => {
    const MeetingId = await openMeeting();
    const { AttendeeId } = await addAttendee(MeetingId, 'ada');
    const Capabilities = may('None', 'None', 'SendReceive');
    const asked = control.client.updateAttendeeCapabilities({
      MeetingId,
      AttendeeId,
      Capabilities,
    });
    await expect(asked).rejects.toThrow(BadRequestException);
    const found = await control.client.getAttendee({ MeetingId, AttendeeId });
    expect(found.Attendee?.Capabilities?.Audio).toBe('SendReceive');
  });

  it('needs an attendee', async () => {
    const wanted = {
      MeetingId: await openMeeting(),
      AttendeeId: NOWHERE,
      Capabilities: may('None', 'None', 'None'),
    };
    const asked = control.client.updateAttendeeCapabilities(wanted);
    await expect(asked).rejects.toThrow(NotFoundException);
  });
});

describe('BatchUpdateAttendeeCapabilitiesExcept', () => {
  it('changes all but those it names', async () => {
    const MeetingId = await openMeeting();
    const { AttendeeId } = await addAttendee(MeetingId, 'host');
    await addAttendee(MeetingId, 'guest');
    await control.client.batchUpdateAttendeeCapabilitiesExcept({
      MeetingId,
      ExcludedAttendeeIds: [{ AttendeeId }],
      Capabilities: may('Receive', 'None', 'None'),
    });
    const { Attendees } = await control.client.listAttendees({ MeetingId });
    expect(Attendees?.map(({ Capabilities }) => Capabilities?.Audio)).toEqual([
      'SendReceive',
      'Receive',
    ]);
  });

  it.each([0, 251])('refuses %i exceptions', async (count) => {
    const asked = control.client.batchUpdateAttendeeCapabilitiesExcept({
      MeetingId: await openMeeting(),
      ExcludedAttendeeIds: Array.from({ length: count }, () => ({ AttendeeId: NOWHERE })),
      Capabilities: may('None', 'None', 'None'),
    });
    await expect(asked).rejects.toThrow('ExcludedAttendeeIds');
  });
});
