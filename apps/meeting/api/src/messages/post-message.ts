import type { Message, PostMessageRequest } from '@cyclorama/meeting-contract';
import { makeMessageId } from './message-id';
import { requestKey, type MessageItem, type MessageTables } from './message-tables';
import { noSuchMessage } from './refuse-change';
import type { Sender } from './sender';
import { toMessage } from './to-message';

/**
 * Stores a message once, however often it is asked for. First the request gets its message's id, then
 * the message is written under it: where all ended between the two, a repeat does the second.
 */
export async function postMessage(
  tables: MessageTables,
  sender: Sender,
  request: PostMessageRequest,
): Promise<Message> {
  const { makes, sentAtMs } = await claimId(tables, sender, request.requestId);
  const item = makeItem(sender, request, { messageId: makes, sentAtMs });
  if (await tables.messages.putNew(item)) return toMessage(item);
  const stored = await tables.messages.get({ roomId: sender.roomId, messageId: makes });
  if (!stored) throw noSuchMessage();
  return toMessage(stored);
}

/** The id that the first of all equal requests got. */
async function claimId({ requests, now }: MessageTables, sender: Sender, requestId: string) {
  const { roomId, participantId, expiresAt } = sender;
  const key = { roomId, messageId: requestKey(participantId, requestId) };
  const sentAtMs = now();
  const claim = { ...key, makes: makeMessageId(sentAtMs), sentAtMs, expiresAt };
  if (await requests.putNew(claim)) return claim;
  const earlier = await requests.get(key);
  if (!earlier) throw noSuchMessage();
  return earlier;
}

function makeItem(
  { roomId, participantId, name, expiresAt }: Sender,
  { requestId: _, ...content }: PostMessageRequest,
  { messageId, sentAtMs }: { messageId: string; sentAtMs: number },
): MessageItem {
  const sender = { senderId: participantId, senderName: name };
  return { ...content, roomId, messageId, ...sender, sentAtMs, expiresAt };
}
