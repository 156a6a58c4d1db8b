import type { MeetingFeatures } from './meeting';
import { MeetingError } from './meeting-error';

const MOST_ATTENDEES = 250;
/** Where video is `FHD` or content `UHD`. */
const MOST_ATTENDEES_SHARP = 25;

/** What is asked for of a meeting's features; the rest has defaults. */
export interface WantedFeatures {
  readonly echoReduction?: MeetingFeatures['audio']['echoReduction'] | undefined;
  readonly video?: MeetingFeatures['video']['maxResolution'] | undefined;
  readonly content?: MeetingFeatures['content']['maxResolution'] | undefined;
  readonly maxCount?: number | undefined;
}

/** @throws MeetingError where more are to come in than sharp pictures allow. */
export function fillFeatures(wanted: WantedFeatures = {}): MeetingFeatures {
  const { echoReduction = 'UNAVAILABLE', video = 'HD', content = 'FHD' } = wanted;
  const sharp = video === 'FHD' || content === 'UHD';
  const most = sharp ? MOST_ATTENDEES_SHARP : MOST_ATTENDEES;
  const { maxCount = most } = wanted;
  if (maxCount > most) {
    throw new MeetingError(
      'BadRequest',
      `MeetingFeatures.Attendee.MaxCount can be ${most} at most with Video ${video} and Content ${content}.`,
    );
  }
  return {
    audio: { echoReduction },
    video: { maxResolution: video },
    content: { maxResolution: content },
    attendee: { maxCount },
  };
}
