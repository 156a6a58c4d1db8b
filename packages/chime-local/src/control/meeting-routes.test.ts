import {
  BadRequestException,
  ConflictException,
  LimitExceededException,
  NotFoundException,
  type CreateMeetingCommandInput,
} from '@aws-sdk/client-chime-sdk-meetings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openControl, type OpenControl } from './testing/open-control';

const WANTED = { MediaRegion: 'us-east-1', ExternalMeetingId: 'weekly' };
const GUID = /^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/;
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let control: OpenControl;
beforeAll(async () => {
  control = await openControl();
});
afterAll(() => control.close());

async function create(wanted: Partial<CreateMeetingCommandInput> = {}) {
  const { Meeting } = await control.client.createMeeting({ ...WANTED, ...wanted });
  if (!Meeting) throw new Error('There is no meeting in the answer.');
  return Meeting;
}

describe('CreateMeeting', () => {
  it('gives what a client needs to join', async () => {
    const meeting = await create();
    expect(meeting).toEqual({
      MeetingId: expect.stringMatching(GUID) as string,
      ExternalMeetingId: 'weekly',
      MediaRegion: 'us-east-1',
      MediaPlacement: {
        AudioHostUrl: new URL(control.endpoint).host,
        AudioFallbackUrl: expect.any(String) as string,
        SignalingUrl: `${control.endpoint.replace('http', 'ws')}/control/${meeting.MeetingId}`,
      },
      MeetingFeatures: {
        Audio: { EchoReduction: 'UNAVAILABLE' },
        Video: { MaxResolution: 'HD' },
        Content: { MaxResolution: 'FHD' },
        Attendee: { MaxCount: 250 },
      },
      TenantIds: [],
      MeetingArn: `arn:aws:chime:us-east-1:000000000000:meeting/${meeting.MeetingId}`,
    });
  });

  it('gives back what was asked for', async () => {
    const features = {
      Audio: { EchoReduction: 'AVAILABLE' },
      Video: { MaxResolution: 'FHD' },
      Content: { MaxResolution: 'UHD' },
      Attendee: { MaxCount: 10 },
    } as const;
    const meeting = await create({
      MeetingHostId: 'the host',
      TenantIds: ['tenant-1'],
      MeetingFeatures: features,
    });
    expect(meeting).toMatchObject({
      MeetingHostId: 'the host',
      TenantIds: ['tenant-1'],
      MeetingFeatures: features,
    });
  });

  it('allows 25 where pictures are sharp', async () => {
    const MeetingFeatures = { Video: { MaxResolution: 'FHD' } } as const;
    const meeting = await create({ MeetingFeatures });
    expect(meeting.MeetingFeatures?.Attendee?.MaxCount).toBe(25);
  });

  it('gives the same meeting for the same request token', async () => {
    const once = await create({ ClientRequestToken: 'monday', Tags: [{ Key: 'k', Value: 'v' }] });
    const again = await create({ ClientRequestToken: 'monday', Tags: [{ Key: 'k', Value: 'v' }] });
    expect(again).toEqual(once);
    expect(await create({ ClientRequestToken: 'tuesday' })).not.toEqual(once);
  });

  it('refuses that token for another meeting', async () => {
    await create({ ClientRequestToken: 'wednesday' });
    const other = create({ ClientRequestToken: 'wednesday', ExternalMeetingId: 'other' });
    await expect(other).rejects.toThrow(ConflictException);
  });

  it.each<[string, Partial<CreateMeetingCommandInput>, string]>([
    ['a name of one letter', { ExternalMeetingId: 'a' }, 'ExternalMeetingId'],
    ['a name of 65', { ExternalMeetingId: 'a'.repeat(65) }, 'ExternalMeetingId'],
    ['a name with a star', { ExternalMeetingId: 'a*b' }, 'does not allow'],
    ['a reserved name', { ExternalMeetingId: 'AWS:x' }, 'reserved'],
    ['a region of no kind', { MediaRegion: 'Frankfurt' }, 'MediaRegion: must be a Region'],
    ['a token with a space', { ClientRequestToken: 'a b' }, 'ClientRequestToken'],
    ['a token of 65', { ClientRequestToken: 'a'.repeat(65) }, 'ClientRequestToken'],
    ['six tenants', { TenantIds: ['t1', 't2', 't3', 't4', 't5', 't6'] }, 'TenantIds'],
    ['a tenant of four equal letters', { TenantIds: ['xaaaa'] }, 'TenantIds[0]: is not a tenant'],
    ['51 tags', { Tags: Array.from({ length: 51 }, (_, at) => tag(at)) }, 'Tags'],
    ['a tag with a star', { Tags: [{ Key: 'a*', Value: '' }] }, 'Tags[0].Key'],
    ['a resolution of no kind', video('8K' as 'HD'), 'MeetingFeatures.Video.MaxResolution'],
    ['251 attendees', { MeetingFeatures: { Attendee: { MaxCount: 251 } } }, 'MaxCount'],
    [
      '26 attendees with sharp video',
      { MeetingFeatures: { Video: { MaxResolution: 'FHD' }, Attendee: { MaxCount: 26 } } },
      'MaxCount can be 25 at most',
    ],
    ['media of another meeting', { PrimaryMeetingId: NOWHERE }, 'no media replication'],
  ])('refuses %s and says so', async (_, wanted, reason) => {
    const refused = create(wanted);
    await expect(refused).rejects.toThrow(BadRequestException);
    await expect(refused).rejects.toThrow(reason);
  });

  it('refuses the 251st at a time', async () => {
    const full = await openControl();
    for (let at = 0; at < 250; at += 1) {
      full.store.createMeeting({ externalMeetingId: 'many', mediaRegion: 'us-east-1' });
    }
    await expect(full.client.createMeeting(WANTED)).rejects.toThrow(LimitExceededException);
    full.close();
  });
});

const tag = (at: number) => ({ Key: `key${at}`, Value: 'x' });

const video = (MaxResolution: 'HD') => ({ MeetingFeatures: { Video: { MaxResolution } } });

describe('CreateMeetingWithAttendees', () => {
  it('makes both, and tells who could not be made', async () => {
    const made = await control.client.createMeetingWithAttendees({
      ...WANTED,
      Attendees: [{ ExternalUserId: 'ada' }, { ExternalUserId: 'x' }, { ExternalUserId: 'bob' }],
    });
    expect(made.Meeting?.MeetingId).toMatch(GUID);
    expect(made.Attendees?.map(({ ExternalUserId }) => ExternalUserId)).toEqual(['ada', 'bob']);
    expect(made.Errors).toMatchObject([{ ExternalUserId: 'x', ErrorCode: 'BadRequest' }]);
  });

  it('gives the same ones again for the same request token', async () => {
    const wanted = {
      ...WANTED,
      ClientRequestToken: 'thursday',
      Attendees: [{ ExternalUserId: 'ada' }],
    };
    const once = await control.client.createMeetingWithAttendees(wanted);
    const again = await control.client.createMeetingWithAttendees(wanted);
    expect(again.Attendees).toEqual(once.Attendees);
  });

  it('takes twenty attendees', async () => {
    const Attendees = Array.from({ length: 21 }, (_, at) => ({ ExternalUserId: `user-${at}` }));
    const wanted = { ...WANTED, Attendees };
    await expect(control.client.createMeetingWithAttendees(wanted)).rejects.toThrow('Attendees');
    const fewer = { ...WANTED, Attendees: Attendees.slice(1) };
    const made = await control.client.createMeetingWithAttendees(fewer);
    expect(made.Attendees).toHaveLength(20);
  });
});

describe('GetMeeting and DeleteMeeting', () => {
  it('find what was made, until it is deleted', async () => {
    const meeting = await create();
    const { MeetingId } = meeting;
    expect((await control.client.getMeeting({ MeetingId })).Meeting).toEqual(meeting);
    const deleted = await control.client.deleteMeeting({ MeetingId });
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    await expect(control.client.getMeeting({ MeetingId })).rejects.toThrow(NotFoundException);
  });

  it('may delete twice', async () => {
    const deleted = await control.client.deleteMeeting({ MeetingId: NOWHERE });
    expect(deleted.$metadata.httpStatusCode).toBe(204);
  });

  it('say what is no id', async () => {
    const asked = control.client.getMeeting({ MeetingId: 'weekly' });
    await expect(asked).rejects.toThrow(BadRequestException);
    await expect(asked).rejects.toThrow('MeetingId in the address must be a GUID.');
  });
});

describe('transcription', () => {
  const settings = { EngineTranscribeSettings: { LanguageCode: 'en-US' } } as const;

  it('is taken, though nobody writes', async () => {
    const { MeetingId } = await create();
    const started = await control.client.startMeetingTranscription({
      MeetingId,
      TranscriptionConfiguration: settings,
    });
    const stopped = await control.client.stopMeetingTranscription({ MeetingId });
    expect(started.$metadata.httpStatusCode).toBe(200);
    expect(stopped.$metadata.httpStatusCode).toBe(200);
  });

  it.each([
    ['no engine', {}, 'must have EngineTranscribeSettings or'],
    ['no language', { EngineTranscribeSettings: {} }, 'must have LanguageCode or'],
  ])('is refused with %s', async (_, TranscriptionConfiguration, reason) => {
    const { MeetingId } = await create();
    const asked = control.client.startMeetingTranscription({
      MeetingId,
      TranscriptionConfiguration,
    });
    await expect(asked).rejects.toThrow(reason);
  });

  it('needs a meeting', async () => {
    const asked = control.client.stopMeetingTranscription({ MeetingId: NOWHERE });
    await expect(asked).rejects.toThrow(NotFoundException);
  });
});
