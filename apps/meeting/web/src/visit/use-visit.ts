import type { RoomResponse } from '@cyclorama/meeting-contract';
import { useEffect, useRef, useState } from 'react';
import type { Invite } from '../address/invite';
import type { Farewell } from '../call/call-state';
import type { LocalMedia } from '../media/local-media';
import { rememberRoom } from '../memory/recent-rooms';
import type { Seat } from '../server/seat';
import { useLeaveOnClose } from './leave-on-close';
import { seatOf, type Stage } from './stage';

/** Goes through the stages of a visit, and gives up the seat of who no longer waits. */
export function useVisit(invite: Invite, media: LocalMedia) {
  const [stage, setStage] = useState<Stage>({ at: 'lobby' });
  const leaving = useRef(Promise.resolve<unknown>(undefined));
  const seat = seatOf(stage);
  // In the room it is the call that gives the seat up.
  const waiting = useRef<Seat>(undefined);
  waiting.current = stage.at === 'waiting' ? seat : undefined;
  useLeaveOnClose(seat);
  const giveUp = (): void => {
    leaving.current = waiting.current?.leave().catch(() => undefined) ?? leaving.current;
  };
  // Who goes to another page waits no more.
  useEffect(() => giveUp, []);
  const part = (farewell: Farewell, left?: Promise<void>): void => {
    leaving.current = left ?? leaving.current;
    media.close();
    setStage({ at: 'farewell', farewell });
  };
  const cancel = (): void => {
    giveUp();
    setStage({ at: 'lobby' });
  };
  const enter = (first: RoomResponse): void => {
    if (!seat) return;
    const { name, expiresAtMs } = first.room;
    rememberRoom({ ...invite, name, expiresAtMs });
    setStage({ at: 'room', seat, first });
  };
  return {
    stage,
    part,
    cancel,
    enter,
    wait: (taken: Seat) => setStage({ at: 'waiting', seat: taken }),
    goBack: () => setStage({ at: 'lobby' }),
    /** What was left may not be left after one has joined again. */
    whenFree: () => leaving.current,
  };
}
