import {
  createRoomResponse,
  joinResponse,
  paths,
  type CreateRoomResponse,
  type JoinRequest,
  type JoinResponse,
  type RoomSettings,
} from '@cyclorama/meeting-contract';
import { persist } from './persist';
import { send } from './request';

/** What whoever makes a room chooses. */
export interface NewRoom {
  readonly name: string;
  readonly options: RoomSettings & { readonly passcode?: string };
}

/** Makes a room, once however often the request must be repeated. @throws Refusal, Unreachable */
export function createRoom(room: NewRoom): Promise<CreateRoomResponse> {
  const body = { ...room, requestId: crypto.randomUUID() };
  return persist(() =>
    send({ method: 'POST', path: paths.rooms(), body, answer: createRoomResponse }),
  );
}

/** Joins a room; the same request's id gives the same participant. @throws Refusal, Unreachable */
export function joinRoom(roomId: string, body: JoinRequest): Promise<JoinResponse> {
  return persist(() =>
    send({ method: 'POST', path: paths.join(roomId), body, answer: joinResponse }),
  );
}
