import {
  callResponse,
  createRoomResponse,
  joinResponse,
  messageResponse,
  messagesResponse,
  paths,
  type CallResponse,
  type CreateRoomResponse,
  type Message,
} from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import type { Asked } from './ask';

/** The way to an API: over a socket or without. */
export type Ask = (asked: Asked) => Promise<Response>;

/** Somebody in a room. */
export interface Visitor {
  readonly roomId: string;
  readonly participantId: string;
  readonly token: string;
}

const read = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();

/** Makes a room as the front page does. */
export async function makeRoom(ask: Ask, options: object = {}): Promise<CreateRoomResponse> {
  const body = { name: 'Weekly', options, requestId: randomUUID() };
  return createRoomResponse.parse(await read(ask({ method: 'POST', path: paths.rooms(), body })));
}

/** Joins by the room's link. */
export async function visit(
  ask: Ask,
  { room: { roomId }, secret }: CreateRoomResponse,
  also: object = {},
): Promise<Visitor> {
  const body = { name: 'Ada', secret, requestId: randomUUID(), ...also };
  const asked = { method: 'POST', path: paths.join(roomId), body };
  const { token, participant } = joinResponse.parse(await read(ask(asked)));
  return { roomId, token, participantId: participant.participantId };
}

/** Joins as the host. */
export const visitAsHost = (ask: Ask, room: CreateRoomResponse): Promise<Visitor> =>
  visit(ask, room, { name: 'Grace', hostSecret: room.hostSecret });

/** Writes into the chat. */
export async function say(ask: Ask, { roomId, token }: Visitor, text: string): Promise<Message> {
  const body = { kind: 'text', text, requestId: randomUUID() };
  const asked = { method: 'POST', path: paths.messages(roomId), token, body };
  return messageResponse.parse(await read(ask(asked))).message;
}

/** The newest messages. */
export async function readChat(ask: Ask, { roomId, token }: Visitor): Promise<Message[]> {
  const asked = { method: 'GET', path: `${paths.messages(roomId)}?limit=100`, token };
  return messagesResponse.parse(await read(ask(asked))).messages;
}

/** Enters the call. */
export async function openCall(ask: Ask, { roomId, token }: Visitor): Promise<CallResponse> {
  const asked = { method: 'POST', path: paths.call(roomId), token };
  return callResponse.parse(await read(ask(asked)));
}
