import type { Capabilities, Capability, MeetingFeatures } from './meeting';
import { MeetingError } from './meeting-error';

/** What an attendee may do whose capabilities were not named. */
export function defaultCapabilities({ video, content }: MeetingFeatures): Capabilities {
  const shows = content.maxResolution !== 'None';
  // The service's own rule: who is to see content must be able to receive video.
  const withoutCamera = shows ? 'Receive' : 'None';
  return {
    Audio: 'SendReceive',
    Video: video.maxResolution === 'None' ? withoutCamera : 'SendReceive',
    Content: shows ? 'SendReceive' : 'None',
  };
}

/** @throws MeetingError where they contradict the meeting's features or each other. */
export function checkCapabilities(wanted: Capabilities, features: MeetingFeatures): void {
  if (features.video.maxResolution === 'None') refuseUnlessNone('Video', wanted.Video);
  if (features.content.maxResolution === 'None') refuseUnlessNone('Content', wanted.Content);
  if (receives(wanted.Content) && !receives(wanted.Video)) {
    throw new MeetingError(
      'BadRequest',
      `Content can be ${wanted.Content} only where Video is Receive or SendReceive, not ${wanted.Video}.`,
    );
  }
}

function refuseUnlessNone(kind: 'Video' | 'Content', wanted: Capability): void {
  if (wanted === 'None') return;
  throw new MeetingError(
    'BadRequest',
    `${kind} must be None, not ${wanted}: the meeting has MeetingFeatures.${kind}.MaxResolution None.`,
  );
}

const receives = (capability: Capability): boolean =>
  capability === 'Receive' || capability === 'SendReceive';
