import { check, joinRequest } from '@cyclorama/meeting-contract';
import { useState } from 'react';
import type { Invite } from '../address/invite';
import type { Farewell } from '../call/call-state';
import { farewellOf } from '../call/farewell-of';
import { recallHost } from '../memory/host-secrets';
import { joinRequestId } from '../memory/join-request';
import { recallName, rememberName } from '../memory/own-name';
import { Refusal } from '../server/refusal';
import { joinRoom } from '../server/rooms';
import { Seat } from '../server/seat';
import { LOBBY, saidBy } from '../texts';

/** What one joins by. */
export interface JoinProps {
  readonly invite: Invite;
  /** Resolves when one may join: what went before has been left. */
  readonly whenFree: () => Promise<unknown>;
  readonly onJoin: (seat: Seat) => void;
  /** Nobody comes in any more, or not oneself. */
  readonly onOver: (farewell: Farewell) => void;
}

/** What one has typed. */
export interface Entry {
  readonly name: string;
  readonly passcode: string;
}

/** What stands in one's way, and where it is to be told. */
export interface JoinProblem {
  readonly at: 'name' | 'passcode' | 'form';
  readonly text: string;
}

/** How joining stands. */
interface Joining {
  readonly isBusy: boolean;
  /** What the room says of its passcode, once it was asked. */
  readonly asked?: string | undefined;
  readonly problem?: JoinProblem | undefined;
}

/** Joins a room by what was typed, which stays as it is when that fails. */
export function useJoin({ invite, whenFree, onJoin, onOver }: JoinProps) {
  const [entry, setEntry] = useState<Entry>(() => ({ name: recallName(), passcode: '' }));
  const [joining, setJoining] = useState<Joining>({ isBusy: false });
  const fail = (thrown: unknown): void => {
    const farewell = farewellOf(thrown);
    if (farewell && farewell.kind !== 'refused') onOver(farewell);
    else setJoining({ ...joining, isBusy: false, ...failureOf(thrown, entry) });
  };
  const join = async (): Promise<void> => {
    if (joining.isBusy) return;
    const problem = nameProblem(entry);
    setJoining({ ...joining, isBusy: !problem, problem });
    if (problem) return;
    rememberName(entry.name.trim());
    try {
      await whenFree();
      onJoin(await takeSeat(invite, entry));
    } catch (thrown) {
      fail(thrown);
    }
  };
  const change = (typed: Partial<Entry>): void => {
    setEntry({ ...entry, ...typed });
    setJoining({ ...joining, problem: undefined });
  };
  return { entry, change, join, ...joining };
}

async function takeSeat({ roomId, secret }: Invite, { name, passcode }: Entry): Promise<Seat> {
  const hostSecret = recallHost(roomId);
  const { participant, token } = await joinRoom(roomId, {
    secret,
    name: name.trim(),
    requestId: joinRequestId(roomId),
    ...(passcode && { passcode }),
    ...(hostSecret && { hostSecret }),
  });
  return new Seat(roomId, participant.participantId, token);
}

function nameProblem({ name }: Entry): JoinProblem | undefined {
  const checked = check(joinRequest.shape.name, name);
  return checked.ok ? undefined : { at: 'name', text: LOBBY.nameProblem(checked.problem) };
}

/** Who has not typed a passcode has done nothing wrong. */
function failureOf(thrown: unknown, { passcode }: Entry): Partial<Joining> {
  const text = saidBy(thrown);
  const isOfPasscode = thrown instanceof Refusal && thrown.code === 'wrong-passcode';
  if (!isOfPasscode) return { problem: { at: 'form', text } };
  return { asked: text, problem: passcode ? { at: 'passcode', text } : undefined };
}
