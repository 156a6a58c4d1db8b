import { MicOff, Pin, PinOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { initialsOf } from '../../people/initials';
import { SIGNAL_ICONS } from '../../people/signal-icons';
import { useVoice } from '../../people/use-voice';
import { TileFloats } from '../../stamps/tile-floats';
import { useStore } from '../../state/use-store';
import { PEOPLE, ROOM, SHARE } from '../../texts';
import { IconButton } from '../../ui/button';
import { useRoom } from '../room-context';
import './tile.css';
import { CallVideo, OwnVideo } from './tile-video';
import type { TileSpot } from './tiles';

interface TileProps {
  readonly spot: TileSpot;
  readonly isPinned: boolean;
  readonly onPin: (key: string | undefined) => void;
}

/** Somebody on the stage, or what they share. */
export function Tile({ spot, isPinned, onPin }: TileProps): ReactElement {
  const { person, kind, key } = spot;
  const { isMuted, isSpeaking, signal } = useVoice(person);
  const SignalSign = SIGNAL_ICONS[signal];
  const isContent = kind === 'content';
  const name = person.isYou ? `${person.name} (${PEOPLE.you})` : person.name;
  const title = isContent ? SHARE.tile(name) : name;
  return (
    <div
      className="tile"
      role="group"
      aria-label={title}
      data-participant={person.participantId}
      data-kind={kind}
      data-speaking={isSpeaking && !isContent}
    >
      <Picture spot={spot} />
      {!isContent && <TileFloats participantId={person.participantId} />}
      <p className="tile-plate">
        {isMuted && !isContent && <MicOff size={16} role="img" aria-label={PEOPLE.muted} />}
        {signal !== 'good' && person.attendeeId && !isContent && (
          <SignalSign size={16} role="img" aria-label={PEOPLE.signals[signal]} />
        )}
        <span>{title}</span>
      </p>
      <IconButton
        className="tile-pin"
        look="quiet"
        icon={isPinned ? PinOff : Pin}
        label={isPinned ? ROOM.unpin(title) : ROOM.pin(title)}
        onClick={() => onPin(isPinned ? undefined : key)}
      />
    </div>
  );
}

function Picture({ spot: { tileId, person } }: { readonly spot: TileSpot }): ReactElement {
  const { media } = useRoom();
  const { output } = useStore(media.camera.state);
  if (tileId !== undefined) return <CallVideo tileId={tileId} />;
  if (person.isYou && output) return <OwnVideo stream={output} />;
  return (
    <span className="tile-initials" aria-hidden>
      {initialsOf(person.name)}
    </span>
  );
}
