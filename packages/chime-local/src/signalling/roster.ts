import type { AudioState, AudioStream } from '../protocol/server-frame';
import type { Participant } from './participant';

/** What is asked of a participant here. */
export type Heard = Pick<
  Participant,
  'audioStreamId' | 'attendeeId' | 'externalUserId' | 'state' | 'rights'
> & { readonly media: Pick<Participant['media'], 'muted'> };

const GOOD = 2;
const NONE = 0;
/** -dBov, as RFC 6464 has it. */
const SILENCE = 127;

/** Somebody is there. */
export const cameIn = (person: Heard): AudioStream => ({
  audioStreamId: person.audioStreamId,
  attendeeId: person.attendeeId,
  externalUserId: person.externalUserId,
  muted: person.media.muted,
});

/** Says nothing of who it was, and just that makes it a leave. */
export const wentAway = ({ audioStreamId }: Heard, dropped: boolean): AudioStream => ({
  audioStreamId,
  ...(dropped && { dropped }),
});

export const turnedMute = ({ audioStreamId, media }: Heard): AudioStream => ({
  audioStreamId,
  muted: media.muted,
});

/** How loud all are: also the silent ones, or the last loud word would stand. */
export const levelsOf = (
  people: readonly Heard[],
  levels: ReadonlyMap<number, number>,
): readonly AudioState[] =>
  people.map(({ audioStreamId, media, rights, state }) => ({
    audioStreamId,
    volume: media.muted || !rights.speak ? SILENCE : (levels.get(audioStreamId) ?? SILENCE),
    signalStrength: state === 'vanished' ? NONE : GOOD,
  }));
