import type { RoomResponse } from '@cyclorama/meeting-contract';
import {
  LoggerProvider,
  MeetingProvider,
  useMeetingManager,
} from 'amazon-chime-sdk-component-library-react';
import { useEffect, useState, type ReactElement } from 'react';
import type { Invite } from '../address/invite';
import { Call } from '../call/call';
import type { Farewell } from '../call/call-state';
import { CALL_LOGGER } from '../call/call-logger';
import { farewellOf } from '../call/farewell-of';
import { MediaPublisher } from '../call/publisher';
import type { LocalMedia } from '../media/local-media';
import type { Seat } from '../server/seat';
import { useStore } from '../state/use-store';
import { TalkProvider } from '../talk/talk-provider';
import { RoomContext, type RoomServices } from './room-context';
import { RoomLayout } from './room-layout';
import { RoomWatch } from './room-watch';
import { useNewcomers } from './use-newcomers';

interface RoomPageProps {
  readonly invite: Invite;
  readonly seat: Seat;
  readonly first: RoomResponse;
  readonly media: LocalMedia;
  /** @param left - Resolves once one may join again. */
  readonly onOver: (farewell: Farewell, left: Promise<void>) => void;
}

/** The room: the call is entered when it is shown. */
export function RoomPage(props: RoomPageProps): ReactElement {
  return (
    <LoggerProvider logger={CALL_LOGGER}>
      <MeetingProvider>
        <OpenRoom {...props} />
      </MeetingProvider>
    </LoggerProvider>
  );
}

function OpenRoom({ invite, seat, first, media, onOver }: RoomPageProps): ReactElement {
  const manager = useMeetingManager();
  const [call] = useState(() => new Call(manager, seat, new MediaPublisher(media)));
  const [watch] = useState(() => new RoomWatch(seat, first, (thrown) => endBy(call, thrown)));
  const [services] = useState<RoomServices>(() => ({
    ...{ invite, seat, call, media, state: watch.state },
    refresh: () => watch.look(),
  }));
  useEffect(() => {
    call.open();
    watch.start(call.channel);
    return () => {
      watch.stop();
      void call.leave();
    };
  }, [call, watch]);
  useNewcomers(watch);
  const state = useStore(call.state);
  useEffect(() => {
    if (state.status === 'over') onOver(state.farewell, call.left);
  }, [state]);
  return (
    <RoomContext value={services}>
      <TalkProvider>
        <RoomLayout />
      </TalkProvider>
    </RoomContext>
  );
}

/** Who was put out, or whose room is over, leaves the call even where the media service is late. */
function endBy(call: Call, thrown: unknown): void {
  const farewell = farewellOf(thrown);
  if (farewell) void call.leave(farewell);
}
