import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import type { Invite } from '../address/invite';
import { LobbyPage } from '../lobby/lobby-page';
import { LocalMedia } from '../media/local-media';
import { VISIT } from '../texts';
import { PageFrame } from '../ui/page-frame';
import { PageTitle } from '../ui/page-title';
import { FarewellPage } from './farewell-page';
import { useVisit } from './use-visit';
import { WaitingPage } from './waiting-page';

const loadRoom = async () => ({ default: (await import('../room/room-page')).RoomPage });

/** The SDK of calls is large, and comes while one is in the lobby. */
const RoomPage = lazy(loadRoom);

/** A visit to a room, from the lobby to the farewell; one's devices live as long as it does. */
export function Visit({ invite }: { readonly invite: Invite }): ReactElement {
  const [media] = useState(() => new LocalMedia());
  const { stage, part, cancel, enter, wait, goBack, whenFree } = useVisit(invite, media);
  useEffect(() => {
    const stopWatching = media.watch();
    // What does not come now is asked for again when it is needed.
    void loadRoom().catch(() => undefined);
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
        <Suspense fallback={<PageFrame title={VISIT.entering}>{VISIT.entering}</PageFrame>}>
          <PageTitle title={stage.first.room.name} />
          <RoomPage
            invite={invite}
            seat={stage.seat}
            first={stage.first}
            media={media}
            onOver={part}
          />
        </Suspense>
      );
    case 'farewell':
      return <FarewellPage farewell={stage.farewell} onBack={goBack} />;
  }
}
