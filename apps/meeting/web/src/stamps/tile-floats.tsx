import { Hand } from 'lucide-react';
import type { ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { HANDS } from '../texts';
import type { Float } from './floats';
import { StampPicture } from './stamp-picture';
import './stamps.css';

/** What floats over somebody's tile: stamps, short texts, the raised hand. */
export function TileFloats({ participantId }: { readonly participantId: string }): ReactElement {
  const { floats, hands } = useTalk();
  const own = useStore(floats.state).filter((float) => float.participantId === participantId);
  const isUp = useStore(hands.state).has(participantId);
  return (
    <div className="tile-floats">
      {isUp && (
        <span className="raised-hand" role="img" aria-label={HANDS.isUp}>
          <Hand aria-hidden size={18} />
        </span>
      )}
      {/* They are read aloud as they come into the chat. */}
      <div className="floats" aria-hidden>
        {own.map((float) => (
          <FloatOf key={float.key} float={float} />
        ))}
      </div>
    </div>
  );
}

function FloatOf({ float: { what, senderId } }: { readonly float: Float }): ReactElement {
  const { state } = useRoom();
  const name = useStore(state).participants.get(senderId)?.name;
  const isStamp = 'stamp' in what;
  return (
    <div className="float" data-float={isStamp ? what.stamp : 'text'}>
      {isStamp ? (
        <StampPicture stamp={what.stamp} isDecoration />
      ) : (
        <span className="float-text">{what.text}</span>
      )}
      {isStamp && name !== undefined && <span className="float-name">{name}</span>}
    </div>
  );
}
