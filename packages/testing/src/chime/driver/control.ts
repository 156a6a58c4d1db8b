import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings';
import { randomUUID } from 'node:crypto';
import type { Seat } from '../page';

// It says so once in each process that makes a client, which is nothing about what is tested.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** The AWS client, pointed at a local service, which asks for no account. */
export const localClient = (endpoint: string): ChimeSDKMeetingsClient =>
  new ChimeSDKMeetingsClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** A meeting with this many attendees. */
export async function createSeats(client: ChimeSDKMeetingsClient, count: number): Promise<Seat[]> {
  const { Meeting } = await client.send(
    new CreateMeetingCommand({
      ClientRequestToken: randomUUID(),
      ExternalMeetingId: 'test',
      MediaRegion: 'us-east-1',
    }),
  );
  const seats = [];
  for (let index = 0; index < count; index++) {
    const { Attendee } = await client.send(
      new CreateAttendeeCommand({ MeetingId: Meeting?.MeetingId, ExternalUserId: `user-${index}` }),
    );
    seats.push({ Meeting, Attendee: Attendee ?? {} });
  }
  return seats;
}
