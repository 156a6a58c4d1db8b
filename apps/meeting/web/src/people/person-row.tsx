import { Hand, Mic, MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { PersonMenu } from '../host/person-menu';
import { PEOPLE } from '../texts';
import type { Person } from './gather';
import { initialsOf } from './initials';
import { SIGNAL_ICONS } from './signal-icons';
import { useVoice } from './use-voice';
import { VolumeBar } from './volume-bar';

interface PersonRowProps {
  readonly person: Person;
  readonly hasRaisedHand: boolean;
}

/** Somebody in the list of people. */
export function PersonRow({ person, hasRaisedHand }: PersonRowProps): ReactElement {
  const { participantId, name, role, isYou, attendeeId } = person;
  const { isMuted, isSpeaking, signal } = useVoice(person);
  const Microphone = isMuted ? MicOff : Mic;
  return (
    <li className="person-row" data-participant={participantId} data-speaking={isSpeaking}>
      <span className="person-disc" aria-hidden>
        {initialsOf(name)}
      </span>
      <span className="person-name">
        <strong>{name}</strong>
        <small>{[isYou && PEOPLE.you, PEOPLE.roles[role]].filter(Boolean).join(' · ')}</small>
      </span>
      {hasRaisedHand && <Sign icon={Hand} label={PEOPLE.hand} />}
      <Sign icon={SIGNAL_ICONS[signal]} label={PEOPLE.signals[signal]} />
      {attendeeId && <VolumeBar attendeeId={attendeeId} />}
      <Sign icon={Microphone} label={isMuted ? PEOPLE.muted : PEOPLE.unmuted} />
      <PersonMenu participantId={participantId} />
    </li>
  );
}

interface SignProps {
  readonly icon: typeof Mic;
  readonly label: string;
}

function Sign({ icon: Icon, label }: SignProps): ReactElement {
  return (
    <span className="sign" role="img" aria-label={label} title={label}>
      <Icon aria-hidden size={18} />
    </span>
  );
}
