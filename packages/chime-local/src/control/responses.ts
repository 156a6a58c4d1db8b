import type { Attendee, MeetingFeatures } from '../meetings/meeting';
import type { StoredMeeting } from '../meetings/stored-meeting';

/** @param base - Where signalling connections are taken, such as `ws://127.0.0.1:9090`. */
export function writeMeeting({ meeting, arn, wanted }: StoredMeeting, base: string): object {
  return {
    MeetingId: meeting.meetingId,
    MeetingHostId: wanted.hostId,
    ExternalMeetingId: meeting.externalMeetingId,
    MediaRegion: meeting.mediaRegion,
    MediaPlacement: writePlacement(meeting.meetingId, base),
    MeetingFeatures: writeFeatures(meeting.features),
    TenantIds: wanted.tenantIds ?? [],
    MeetingArn: arn,
  };
}

/** Without `EventIngestionUrl`, so that clients post no events. */
function writePlacement(meetingId: string, base: string): object {
  return {
    // Only whether there is one matters to clients: it switches audio on.
    AudioHostUrl: new URL(base).host,
    AudioFallbackUrl: `${base}/control/${meetingId}`,
    SignalingUrl: `${base}/control/${meetingId}`,
  };
}

function writeFeatures({ audio, video, content, attendee }: MeetingFeatures): object {
  return {
    Audio: { EchoReduction: audio.echoReduction },
    Video: { MaxResolution: video.maxResolution },
    Content: { MaxResolution: content.maxResolution },
    Attendee: { MaxCount: attendee.maxCount },
  };
}

export function writeAttendee(attendee: Attendee): object {
  return {
    AttendeeId: attendee.attendeeId,
    ExternalUserId: attendee.externalUserId,
    JoinToken: attendee.joinToken,
    Capabilities: attendee.capabilities,
  };
}
