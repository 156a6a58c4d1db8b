import {
  BatchCreateAttendeeCommand,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteMeetingCommand,
  GetMeetingCommand,
  ListAttendeesCommand,
  NotFoundException,
} from '@aws-sdk/client-chime-sdk-meetings';
import { createChimeLocal, type ChimeLocal } from 'chime-local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chimeClientFor } from './chime-client';

let service: ChimeLocal;

beforeAll(async () => {
  service = await createChimeLocal();
});
afterAll(() => service.close());

const meeting = {
  ClientRequestToken: 'once',
  ExternalMeetingId: 'room',
  MediaRegion: 'us-east-1',
};

it('makes meetings and attendees in a service of the same process', async () => {
  const client = chimeClientFor(service);
  const { Meeting } = await client.send(new CreateMeetingCommand(meeting));
  const MeetingId = Meeting?.MeetingId;
  expect(Meeting?.MediaPlacement?.SignalingUrl).toMatch(/^ws:\/\/localhost\/control\//);
  await client.send(new CreateAttendeeCommand({ MeetingId, ExternalUserId: 'Ada' }));
  const attendees = [{ ExternalUserId: 'Grace' }, { ExternalUserId: 'Hedy' }];
  await client.send(new BatchCreateAttendeeCommand({ MeetingId, Attendees: attendees }));
  const page = await client.send(new ListAttendeesCommand({ MeetingId, MaxResults: 2 }));
  expect(page.Attendees).toHaveLength(2);
  expect(page.NextToken).toBeDefined();
});

it('tells what the service refuses as the cloud does', async () => {
  const client = chimeClientFor(service);
  const { Meeting } = await client.send(new CreateMeetingCommand(meeting));
  const MeetingId = Meeting?.MeetingId;
  await client.send(new DeleteMeetingCommand({ MeetingId }));
  const gone = client.send(new GetMeetingCommand({ MeetingId }));
  await expect(gone).rejects.toBeInstanceOf(NotFoundException);
});
