import {
  RATES,
  type EditMessageRequest,
  type MessageResponse,
  type MessagesQuery,
  type MessagesResponse,
  type PostMessageRequest,
} from '@cyclorama/meeting-contract';
import { authoriseAdmitted, type Credentials } from '../access/authorise';
import { Refusal } from '../access/refusal';
import { tooManyRequests } from '../rates/limit-addresses';
import type { Services } from '../services';
import { deleteMessage } from './delete-message';
import { editMessage } from './edit-message';
import { listMessages } from './list-messages';
import { postMessage } from './post-message';
import type { Sender } from './sender';

/** A message in a request's path, and who asks. */
export interface MessageCredentials extends Credentials {
  readonly messageId: string;
}

/** Posts a text or a stamp. @throws Refusal */
export async function post(
  services: Services,
  credentials: Credentials,
  request: PostMessageRequest,
): Promise<MessageResponse> {
  const sender = await admitSender(services, credentials);
  if (request.kind === 'stamp') await requireTarget(services, sender, request.target);
  return { message: await postMessage(services.messages, sender, request) };
}

/** Edits a text of one's own. @throws Refusal */
export async function edit(
  services: Services,
  { messageId, ...credentials }: MessageCredentials,
  request: EditMessageRequest,
): Promise<MessageResponse> {
  const sender = await admitSender(services, credentials);
  return { message: await editMessage(services.messages, sender, messageId, request) };
}

/** Deletes a message of one's own. @throws Refusal */
export async function remove(
  services: Services,
  { messageId, ...credentials }: MessageCredentials,
): Promise<MessageResponse> {
  const sender = await admitSender(services, credentials);
  return { message: await deleteMessage(services.messages, sender, messageId) };
}

/** Reads a page of the room's messages. @throws Refusal */
export async function list(
  services: Services,
  credentials: Credentials,
  query: MessagesQuery,
): Promise<MessagesResponse> {
  const { room } = await authoriseAdmitted(services, credentials);
  return listMessages(services.messages, room.roomId, query);
}

/** A stamp floats over somebody who is in the room, or over the sender's own video. @throws Refusal */
async function requireTarget(
  { participants }: Services,
  { roomId, participantId }: Sender,
  target = participantId,
): Promise<void> {
  if (target === participantId) return;
  const found = await participants.get({ roomId, participantId: target });
  if (found?.state === 'admitted') return;
  throw new Refusal('bad-request', 'The person whom this stamp is for is not in the room.');
}

/** Somebody in the room who has not sent too much. @throws Refusal */
async function admitSender(services: Services, credentials: Credentials): Promise<Sender> {
  const { room, participant } = await authoriseAdmitted(services, credentials);
  const { roomId, participantId, name } = participant;
  const owner = { roomId, participantId, what: 'messages' };
  const waitMs = await services.rates.take(owner, RATES.messages);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  return { roomId, participantId, name, expiresAt: room.expiresAt };
}
