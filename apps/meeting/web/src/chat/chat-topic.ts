import {
  LIMITS,
  messageId,
  participantId,
  STAMP_IDS,
  type Message,
} from '@cyclorama/meeting-contract';
import { z } from 'zod';
import type { Topic } from '../call/room-channel';

/** Bytes of a message that goes with its notice; what is longer is read from the API alone. */
const MOST_BYTES = 1536;

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1).max(LIMITS.messageLength) }),
  z.object({
    kind: z.literal('stamp'),
    stamp: z.enum(STAMP_IDS),
    target: participantId.optional(),
  }),
]);

/** What somebody says: text, or a stamp. */
export type Content = z.infer<typeof content>;

const notice = z.discriminatedUnion('is', [
  z.object({ is: z.literal('posted'), messageId, content: content.optional() }),
  /** Edited or deleted. */
  z.object({ is: z.literal('changed'), messageId }),
]);

/** Tells the others of a message that the API has stored. */
export type ChatNotice = z.infer<typeof notice>;

/** Tells the others of messages that the API has stored. */
export const CHAT: Topic<ChatNotice> = { name: 'chat', content: notice };

/** The notice of a new message, with its content where that is short enough. */
export function noticeOf(message: Message): ChatNotice {
  const { messageId } = message;
  const said = content.safeParse(message).data;
  const isShort = new TextEncoder().encode(JSON.stringify(said)).length <= MOST_BYTES;
  return { is: 'posted', messageId, ...(said && isShort && { content: said }) };
}
