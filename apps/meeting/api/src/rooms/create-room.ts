import type { CreateRoomRequest, CreateRoomResponse } from '@cyclorama/meeting-contract';
import { hashPasscode } from '../access/passcodes';
import { hashSecret } from '../access/secrets';
import type { Services } from '../services';
import { toRoom, type RoomItem } from './room-item';

/** A room is kept for a month. */
const LIFE_SECONDS = 30 * 24 * 60 * 60;

/**
 * Makes a room. A repeated request gets the room of the first, as it is.
 * @throws Refusal where people must be signed in, and this one is not.
 */
export async function createRoom(
  services: Services,
  request: CreateRoomRequest,
  idToken: string | undefined,
): Promise<CreateRoomResponse> {
  const { keys, login } = services;
  const maker = login ? await login(idToken) : '';
  const roomId = keys.id('room', maker, request.requestId);
  const secret = keys.secret('guest', roomId);
  const hostSecret = keys.secret('host', roomId);
  const made = await makeRoom(services, request, { roomId, secret, hostSecret });
  return { room: toRoom(made), secret, hostSecret };
}

interface Secrets {
  readonly roomId: string;
  readonly secret: string;
  readonly hostSecret: string;
}

/** The passcode of a room that stands already is not hashed again. */
async function makeRoom(services: Services, request: CreateRoomRequest, secrets: Secrets) {
  const { rooms } = services;
  const { roomId } = secrets;
  const standing = await rooms.get({ roomId });
  if (standing) return standing;
  const item = await newRoom(services, request, secrets);
  return (await rooms.putNew(item)) ? item : ((await rooms.get({ roomId })) ?? item);
}

async function newRoom(
  { now }: Services,
  { name, options: { passcode, ...settings } }: CreateRoomRequest,
  { roomId, secret, hostSecret }: Secrets,
): Promise<RoomItem> {
  const createdAtMs = now();
  return {
    ...settings,
    roomId,
    name,
    locked: false,
    passcodeHash: passcode === undefined ? undefined : await hashPasscode(passcode),
    secretHash: hashSecret(secret),
    hostSecretHash: hashSecret(hostSecret),
    createdAtMs,
    expiresAt: Math.floor(createdAtMs / 1_000) + LIFE_SECONDS,
  };
}
