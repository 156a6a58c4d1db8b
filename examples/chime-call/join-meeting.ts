/** Joins a meeting by its name; whoever comes first creates it. */
import { ChimeSDKMeetings } from '@aws-sdk/client-chime-sdk-meetings';
import {
  ConsoleLogger,
  DefaultDeviceController,
  DefaultMeetingSession,
  LogLevel,
  MeetingSessionConfiguration,
  type MeetingSession,
} from 'amazon-chime-sdk-js';

const REGION = 'us-east-1';

// In an app this is a server's work, since AWS asks for credentials: chime-local, which stands in for
// AWS here, does not, and lets pages of this machine call it.
const meetings = new ChimeSDKMeetings({
  endpoint: 'http://127.0.0.1:9090',
  region: REGION,
  credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
});

/** Takes a seat, and makes the SDK's session for it; `audioVideo.start()` is still to come. */
export async function joinMeeting(name: string, person: string): Promise<MeetingSession> {
  const { Meeting } = await meetings.createMeeting({
    ClientRequestToken: name,
    ExternalMeetingId: name,
    MediaRegion: REGION,
  });
  const { Attendee } = await meetings.createAttendee({
    MeetingId: Meeting?.MeetingId,
    ExternalUserId: person,
  });
  const logger = new ConsoleLogger('call', LogLevel.WARN);
  return new DefaultMeetingSession(
    new MeetingSessionConfiguration(Meeting, Attendee),
    logger,
    new DefaultDeviceController(logger),
  );
}
