import type { RoomResponse } from '@cyclorama/meeting-contract';
import { useEffect, useState, type ReactElement } from 'react';
import type { Invite } from '../address/invite';
import type { Farewell } from '../call/call-state';
import { LobbyPage } from '../lobby/lobby-page';
import { LocalMedia } from '../media/local-media';
import { RoomPage } from '../room/room-page';
import type { Seat } from '../server/seat';
import { FarewellPage } from './farewell-page';
import { WaitingPage } from './waiting-page';

/** Where a visitor of a room is. */
type Stage =
  | { readonly at: 'lobby' }
  | { readonly at: 'waiting'; readonly seat: Seat }
  | { readonly at: 'room'; readonly seat: Seat; readonly first: RoomResponse }
  | { readonly at: 'farewell'; readonly farewell: Farewell };

/** A visit to a room, from the lobby to the farewell; one's devices live as long as it does. */
export function Visit({ invite }: { readonly invite: Invite }): ReactElement {
  const [media] = useState(() => new LocalMedia());
  const [stage, setStage] = useState<Stage>({ at: 'lobby' });
  useEffect(() => () => media.close(), [media]);
  const part = (farewell: Farewell): void => {
    media.close();
    setStage({ at: 'farewell', farewell });
  };
  switch (stage.at) {
    case 'lobby':
      return (
        <LobbyPage
          invite={invite}
          media={media}
          onJoin={(seat) => setStage({ at: 'waiting', seat })}
        />
      );
    case 'waiting':
      return (
        <WaitingPage
          seat={stage.seat}
          onAdmitted={(first) => setStage({ at: 'room', seat: stage.seat, first })}
          onOver={part}
        />
      );
    case 'room':
      return (
        <RoomPage
          invite={invite}
          seat={stage.seat}
          first={stage.first}
          media={media}
          onOver={part}
        />
      );
    case 'farewell':
      return <FarewellPage farewell={stage.farewell} onBack={() => setStage({ at: 'lobby' })} />;
  }
}
