import {
  useActiveSpeakersState,
  useAttendeeStatus,
} from 'amazon-chime-sdk-component-library-react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import type { Person } from './gather';

/** How somebody is heard. */
export interface Voice {
  readonly isMuted: boolean;
  readonly isSpeaking: boolean;
  /** Their connection hardly bears what they say. */
  readonly isPoor: boolean;
}

/** How somebody is heard, kept up to date. */
export function useVoice({ attendeeId = '', isYou }: Person): Voice {
  const { media } = useRoom();
  const own = useStore(media.microphone);
  const { muted, signalStrength } = useAttendeeStatus(attendeeId);
  const isSpeaking = useActiveSpeakersState().includes(attendeeId);
  // One's own microphone is known before the service has heard of it.
  const isMuted = isYou ? own.isMuted || own.problem !== undefined : muted;
  return { isMuted, isSpeaking: isSpeaking && !isMuted, isPoor: signalStrength <= 0.5 };
}
