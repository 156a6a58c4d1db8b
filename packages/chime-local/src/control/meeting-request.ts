import { z } from 'zod';
import { MeetingError } from '../meetings/meeting-error';
import type { WantedMeeting } from '../meetings/stored-meeting';
import { externalId, mediaRegion, requestToken, tags, tenantIds } from './fields';

const features = z.object({
  Audio: z.object({ EchoReduction: z.enum(['AVAILABLE', 'UNAVAILABLE']).optional() }).optional(),
  Video: z.object({ MaxResolution: z.enum(['None', 'HD', 'FHD']).optional() }).optional(),
  Content: z.object({ MaxResolution: z.enum(['None', 'FHD', 'UHD']).optional() }).optional(),
  Attendee: z.object({ MaxCount: z.int().min(1).max(250).optional() }).optional(),
});

/** The body of CreateMeeting, and of CreateMeetingWithAttendees without those. */
export const meetingRequest = z.object({
  ClientRequestToken: requestToken.optional(),
  MediaRegion: mediaRegion,
  ExternalMeetingId: externalId,
  MeetingHostId: externalId.optional(),
  MeetingFeatures: features.optional(),
  PrimaryMeetingId: z.string().min(2).max(64).optional(),
  TenantIds: tenantIds.optional(),
  Tags: tags.optional(),
});

/** @throws MeetingError where media of another meeting are asked for. */
export function wantedMeeting(request: z.infer<typeof meetingRequest>): WantedMeeting {
  const { Audio, Video, Content, Attendee } = request.MeetingFeatures ?? {};
  if (request.PrimaryMeetingId !== undefined) {
    throw new MeetingError('BadRequest', 'PrimaryMeetingId: there is no media replication here.');
  }
  return {
    externalMeetingId: request.ExternalMeetingId,
    mediaRegion: request.MediaRegion,
    features: {
      echoReduction: Audio?.EchoReduction,
      video: Video?.MaxResolution,
      content: Content?.MaxResolution,
      maxCount: Attendee?.MaxCount,
    },
    hostId: request.MeetingHostId,
    tenantIds: request.TenantIds,
    tags: request.Tags,
  };
}
