import type { RoomResponse } from '@cyclorama/meeting-contract';
import { useEffect, useState } from 'react';
import type { Farewell } from '../call/call-state';
import { farewellOf } from '../call/farewell-of';
import type { Seat } from '../server/seat';

/** How often one asks whether the host has opened. */
const EVERY_MS = 1500;

/** What is known while one waits. */
export interface Admission {
  /** What the room is called; undefined until it has answered that one waits. */
  readonly roomName?: string | undefined;
  /** Whether the server did not answer the last time. */
  readonly isCutOff: boolean;
}

/** Who hears how it ends. */
export interface AdmissionListener {
  readonly onAdmitted: (first: RoomResponse) => void;
  readonly onOver: (farewell: Farewell) => void;
}

/** Asks until one is admitted, at once where nobody need wait, or until there is no use in it. */
export function useAdmission(
  seat: Pick<Seat, 'room'>,
  { onAdmitted, onOver }: AdmissionListener,
): Admission {
  const [admission, setAdmission] = useState<Admission>({ isCutOff: false });
  useEffect(() => {
    const stop = new AbortController();
    let isAtDoor = false;
    const ask = async (): Promise<void> => {
      const isOver = await askOnce(stop.signal).catch((thrown: unknown) => lose(thrown));
      if (!isOver && !stop.signal.aborted) timer = setTimeout(() => void ask(), EVERY_MS);
    };
    const askOnce = async (signal: AbortSignal): Promise<boolean> => {
      const answer = await seat.room(signal);
      const isAdmitted = answer.you.state === 'admitted';
      isAtDoor = true;
      if (isAdmitted) onAdmitted(answer);
      else setAdmission({ roomName: answer.room.name, isCutOff: false });
      return isAdmitted;
    };
    const lose = (thrown: unknown): boolean => {
      const farewell = isAtDoor ? atDoor(farewellOf(thrown)) : farewellOf(thrown);
      if (stop.signal.aborted) return true;
      if (farewell) onOver(farewell);
      else setAdmission((former) => ({ ...former, isCutOff: true }));
      return farewell !== undefined;
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [seat]);
  return admission;
}

/** To the API it is the same whether somebody is put out or not let in. */
const atDoor = (farewell: Farewell | undefined): Farewell | undefined =>
  farewell?.kind === 'removed' ? { kind: 'turned-away' } : farewell;
