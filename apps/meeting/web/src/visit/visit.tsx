import { useEffect, useState, type ReactElement } from 'react';
import type { Invite } from '../address/invite';
import { LobbyPage } from '../lobby/lobby-page';
import { LocalMedia } from '../media/local-media';
import { RoomPage } from '../room/room-page';
import { PageTitle } from '../ui/page-title';
import { FarewellPage } from './farewell-page';
import { useVisit } from './use-visit';
import { WaitingPage } from './waiting-page';

/** A visit to a room, from the lobby to the farewell; one's devices live as long as it does. */
export function Visit({ invite }: { readonly invite: Invite }): ReactElement {
  const [media] = useState(() => new LocalMedia());
  const { stage, part, cancel, enter, wait, goBack, whenFree } = useVisit(invite, media);
  useEffect(() => {
    const stopWatching = media.watch();
    return () => {
      stopWatching();
      media.close();
    };
  }, [media]);
  switch (stage.at) {
    case 'lobby':
      return (
        <LobbyPage invite={invite} media={media} whenFree={whenFree} onJoin={wait} onOver={part} />
      );
    case 'waiting':
      return (
        <WaitingPage
          seat={stage.seat}
          media={media}
          onAdmitted={enter}
          onCancel={cancel}
          onOver={part}
        />
      );
    case 'room':
      return (
        <>
          <PageTitle title={stage.first.room.name} />
          <RoomPage
            invite={invite}
            seat={stage.seat}
            first={stage.first}
            media={media}
            onOver={part}
          />
        </>
      );
    case 'farewell':
      return <FarewellPage farewell={stage.farewell} onBack={goBack} />;
  }
}
