import { RATES } from '@cyclorama/meeting-contract';
import type { ParticipantItem } from '../participants/participant-item';
import { tooManyRequests } from '../rates/limit-addresses';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import { Refusal } from './refusal';
import { badToken, readToken } from './tokens';

/** Who asks, and where: from the token and the tables, never from what was asked. */
export interface Caller {
  readonly room: RoomItem;
  readonly participant: ParticipantItem;
}

/** A room in a request's path, and the token that came along. */
export interface Credentials {
  readonly roomId: string;
  readonly token: string | undefined;
}

/** Somebody who is in the room or waits before it. @throws Refusal */
export async function authorise(services: Services, credentials: Credentials): Promise<Caller> {
  const caller = await identify(services, credentials);
  refuseEnded(caller.room);
  if (caller.participant.state === 'left') throw badToken();
  return caller;
}

/** Somebody who is in the room. @throws Refusal */
export async function authoriseAdmitted(services: Services, credentials: Credentials) {
  const caller = await authorise(services, credentials);
  if (caller.participant.state === 'waiting') {
    throw new Refusal('waiting', 'The host has not let you in yet.');
  }
  return caller;
}

/** A host of the room. @throws Refusal */
export async function authoriseHost(services: Services, credentials: Credentials) {
  const caller = await authoriseAdmitted(services, credentials);
  requireHost(caller);
  return caller;
}

/** Also who has left, and where the room has ended: so that leaving and ending may be repeated. */
export async function identify(services: Services, credentials: Credentials): Promise<Caller> {
  const { roomId, token } = credentials;
  if (token === undefined) throw badToken();
  const identity = await readToken(services, token);
  if (identity.roomId !== roomId) {
    throw new Refusal('not-allowed', 'You joined another room; join this one by its own link.');
  }
  const { participantId } = identity;
  const [room, participant, waitMs] = await Promise.all([
    services.rooms.get({ roomId }),
    services.participants.get({ roomId, participantId }),
    services.rates.take({ roomId, participantId, what: 'requests' }, RATES.participant),
  ]);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  if (!room) throw noSuchRoom();
  if (!participant) throw badToken();
  if (participant.state === 'removed') throw removed();
  return { room, participant };
}

/** By the table: a token tells what was true when it was made. @throws Refusal */
export function requireHost({ participant }: Caller): void {
  if (participant.role !== 'host') throw new Refusal('not-allowed', 'Only the host may do this.');
}

/** @throws Refusal */
export function refuseEnded({ endedAtMs }: RoomItem): void {
  if (endedAtMs !== undefined) throw ended();
}

/** What everybody gets once the host has ended the room. */
export function ended(): Refusal {
  return new Refusal('room-ended', 'The host has ended this meeting.');
}

/** What somebody gets whom the host has removed. */
export function removed(): Refusal {
  return new Refusal('removed', 'The host has removed you from this meeting.');
}

/** The same for a room that there is not, and for one whose secret is another. */
export function noSuchRoom(): Refusal {
  return new Refusal('not-found', 'There is no such room, or the link is not complete.');
}
