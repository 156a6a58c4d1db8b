import type { JoinRequest, JoinResponse, Role } from '@cyclorama/meeting-contract';
import { noSuchRoom, refuseEnded } from '../access/authorise';
import { checkPasscode } from '../access/check-passcode';
import { Refusal } from '../access/refusal';
import { isSecret } from '../access/secrets';
import { signToken } from '../access/tokens';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import { enter } from './enter';
import { toParticipant, type ParticipantItem } from './participant-item';

/** Somebody who comes with a room's link. */
export interface Arrival {
  readonly roomId: string;
  readonly request: JoinRequest;
  /** Where the request came from. */
  readonly address: string;
}

/** Lets somebody in, or has them wait. A repeated request gives the same participant. @throws Refusal */
export async function join(services: Services, arrival: Arrival): Promise<JoinResponse> {
  const { roomId, request, address } = arrival;
  const room = await openDoor(services, roomId, request.secret);
  const role = roleOf(room, request.hostSecret);
  // Whoever has the host's secret knows more than the passcode.
  if (role === 'guest') {
    await checkPasscode(services, room, { passcode: request.passcode, address });
  }
  const participant = await enter(services, room, newParticipant(services, room, role, request));
  return {
    participant: toParticipant(participant),
    token: await signToken(services, participant, room.expiresAt),
    admission: participant.state === 'waiting' ? 'waiting' : 'admitted',
  };
}

async function openDoor({ rooms }: Services, roomId: string, secret: string): Promise<RoomItem> {
  const room = await rooms.get({ roomId });
  if (!room || !isSecret(secret, room.secretHash)) throw noSuchRoom();
  refuseEnded(room);
  return room;
}

function roleOf({ hostSecretHash }: RoomItem, hostSecret: string | undefined): Role {
  if (hostSecret === undefined) return 'guest';
  if (isSecret(hostSecret, hostSecretHash)) return 'host';
  throw new Refusal('not-allowed', 'This is not the link of the host of this room.');
}

function newParticipant(
  { keys, now }: Services,
  { roomId, waitingRoom, expiresAt }: RoomItem,
  role: Role,
  { name, requestId }: JoinRequest,
): ParticipantItem {
  return {
    roomId,
    participantId: keys.id('participant', roomId, role, requestId),
    name,
    role,
    state: waitingRoom && role === 'guest' ? 'waiting' : 'admitted',
    joinedAtMs: now(),
    expiresAt,
  };
}
