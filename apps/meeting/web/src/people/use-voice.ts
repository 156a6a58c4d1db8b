import {
  useActiveSpeakersState,
  useAttendeeStatus,
} from 'amazon-chime-sdk-component-library-react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import type { Person } from './gather';
import { signalOf, type Signal } from './signal';

/** How somebody is heard. */
export interface Voice {
  readonly isMuted: boolean;
  readonly isSpeaking: boolean;
  /** How well their connection bears it. */
  readonly signal: Signal;
}

/** How somebody is heard, kept up to date. */
export function useVoice({ attendeeId = '', isYou }: Person): Voice {
  const { media } = useRoom();
  const own = useStore(media.microphone);
  const { muted, signalStrength } = useAttendeeStatus(attendeeId);
  const isSpeaking = useActiveSpeakersState().includes(attendeeId);
  // One's own microphone is known before the service has heard of it.
  const isMuted = isYou ? own.isMuted || own.problem !== undefined : muted;
  // On the way in there is none yet.
  const signal = signalOf(attendeeId ? signalStrength : 0);
  return { isMuted, isSpeaking: isSpeaking && !isMuted, signal };
}
