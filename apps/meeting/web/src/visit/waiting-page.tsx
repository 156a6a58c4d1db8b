import type { RoomResponse } from '@cyclorama/meeting-contract';
import { useEffect, useState, type ReactElement } from 'react';
import { farewellOf } from '../call/farewell-of';
import type { Farewell } from '../call/call-state';
import type { Seat } from '../server/seat';
import { VISIT } from '../texts';

interface WaitingPageProps {
  readonly seat: Seat;
  readonly onAdmitted: (first: RoomResponse) => void;
  readonly onOver: (farewell: Farewell) => void;
}

/** How often one asks whether the host has opened. */
const EVERY_MS = 1500;

/** Stays until one is admitted, at once where nobody need wait. */
export function WaitingPage({ seat, onAdmitted, onOver }: WaitingPageProps): ReactElement {
  const [roomName, setRoomName] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const answer = await seat.room(stop.signal);
        if (answer.you.state === 'admitted') {
          onAdmitted(answer);
          return;
        }
        setRoomName(answer.room.name);
      } catch (thrown) {
        const farewell = farewellOf(thrown);
        if (stop.signal.aborted) return;
        if (farewell) {
          onOver(farewell);
          return;
        }
      }
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    let timer = setTimeout(() => void ask());
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [seat]);
  return (
    <main className="card" aria-live="polite">
      <h1>{roomName ?? VISIT.entering}</h1>
      <p>{roomName ? VISIT.waiting : ''}</p>
    </main>
  );
}
