import { ChimeSDKMeetingsClient } from '@aws-sdk/client-chime-sdk-meetings';
import type { CreateRoomResponse, JoinRequest, JoinResponse } from '@cyclorama/meeting-contract';
import { startChimeLocal, type RunningChimeLocal } from 'chime-local';
import { randomUUID } from 'node:crypto';
import type { Login } from '../access/login';
import { ServerKeys } from '../access/server-keys';
import { join } from '../participants/join';
import { createRoom } from '../rooms/create-room';
import { openServices, type Services } from '../services';
import { LOCAL } from './local-credentials';
import { openDynalite } from './open-dynalite';

/** The services of the meeting app, each for real, on this machine. */
export interface LocalMeeting {
  readonly services: Services;
  readonly chime: RunningChimeLocal;
  readonly chimeClient: ChimeSDKMeetingsClient;
  close(): Promise<void>;
}

/** What a test may want otherwise. */
export interface LocalMeetingOptions {
  /** Default: the time that it is. */
  readonly now?: () => number;
  readonly login?: Login;
}

/** Opens tables in memory, and the media service. */
export async function openMeeting({ now, login }: LocalMeetingOptions = {}): Promise<LocalMeeting> {
  const place = await openDynalite({ ...(now && { now }) });
  const chime = await startChimeLocal();
  const chimeClient = new ChimeSDKMeetingsClient({
    endpoint: chime.endpoint,
    ...LOCAL,
    maxAttempts: 1,
  });
  const keys = new ServerKeys(new Uint8Array(32).fill(3));
  const mediaRegion = 'us-east-1';
  const services = openServices({ place, chime: chimeClient, mediaRegion, keys, login });
  const close = async () => {
    chimeClient.destroy();
    await Promise.all([place.close(), chime.close()]);
  };
  return { services, chime, chimeClient, close };
}

/** A room, with the options that are given. */
export function newRoom(services: Services, options = {}): Promise<CreateRoomResponse> {
  const defaults = { waitingRoom: false, sharing: 'everyone', drawing: 'everyone' } as const;
  const request = {
    name: 'Weekly',
    options: { ...defaults, ...options },
    requestId: randomUUID(),
  };
  return createRoom(services, request, undefined);
}

/** Somebody who has joined, as handlers take them. */
export interface Joined extends JoinResponse {
  readonly roomId: string;
  readonly id: string;
}

/** Somebody comes with the room's link, from an address of this machine. */
export async function arrive(
  services: Services,
  { room, secret }: CreateRoomResponse,
  request: Partial<JoinRequest> = {},
): Promise<Joined> {
  const { roomId } = room;
  const whole = { secret, name: 'Ada', requestId: randomUUID(), ...request };
  const joined = await join(services, { roomId, request: whole, address: '127.0.0.1' });
  return { ...joined, roomId, id: joined.participant.participantId };
}

/** The host comes. */
export function arriveAsHost(services: Services, created: CreateRoomResponse): Promise<Joined> {
  return arrive(services, created, { name: 'Grace', hostSecret: created.hostSecret });
}
