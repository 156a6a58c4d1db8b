import {
  useLocalVideo,
  useRemoteVideoTileState,
  useRosterState,
} from 'amazon-chime-sdk-component-library-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useMeetingManager } from 'amazon-chime-sdk-component-library-react';
import { useStore } from '../state/use-store';
import { ROOM } from '../texts';
import { Button } from '../ui/button';
import { useRoom } from './room-context';

/** Stage, side panels and the bar of controls. */
export function RoomLayout(): ReactElement {
  const { call, state } = useRoom();
  const { room, participants } = useStore(state);
  const { status } = useStore(call.state);
  const { roster } = useRosterState();
  const { tiles, tileIdToAttendeeId } = useRemoteVideoTileState();
  const { tileId } = useLocalVideo();
  return (
    <main>
      <h1>{room.name}</h1>
      <p>{status}</p>
      <ul>
        {Object.values(roster).map(({ chimeAttendeeId, externalUserId = '' }) => (
          <li key={chimeAttendeeId}>{participants.get(externalUserId)?.name}</li>
        ))}
      </ul>
      {tileId !== null && <Tile tileId={tileId} who={ROOM.you} />}
      {tiles.map((id) => (
        <Tile key={id} tileId={id} who={tileIdToAttendeeId[id] ?? ''} />
      ))}
      <Button look="danger" onClick={() => void call.leave()}>
        {ROOM.leave}
      </Button>
    </main>
  );
}

function Tile({ tileId, who }: { readonly tileId: number; readonly who: string }): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const { audioVideo } = useMeetingManager();
  useEffect(() => {
    if (video.current) audioVideo?.bindVideoElement(tileId, video.current);
    return () => audioVideo?.unbindVideoElement(tileId);
  }, [audioVideo, tileId]);
  return <video ref={video} data-who={who} autoPlay playsInline muted />;
}
