import { z } from 'zod';
import { lines, pageSize, participantId, requestId } from './fields';
import { LIMITS } from './limits';
import { STAMP_IDS } from './stamps';

/** Unique in its room; ids of later messages sort after those of earlier ones. */
export const messageId = z.string().regex(/^[\w-]{1,64}$/, 'must be an id of a message');

const text = lines(LIMITS.messageLength);

const stamp = z.enum(STAMP_IDS);

/** `POST /rooms/:roomId/messages`. */
export const postMessageRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text, requestId }),
  z.object({
    kind: z.literal('stamp'),
    stamp,
    /** Over whose video it floats; without it, over the sender's. */
    target: participantId.optional(),
    requestId,
  }),
]);

/** `POST /rooms/:roomId/messages`. */
export type PostMessageRequest = z.infer<typeof postMessageRequest>;

/** `PATCH /rooms/:roomId/messages/:messageId`. */
export const editMessageRequest = z.object({ text });

/** `PATCH /rooms/:roomId/messages/:messageId`. */
export type EditMessageRequest = z.infer<typeof editMessageRequest>;

const common = {
  messageId,
  senderId: participantId,
  /** As the sender was called when they wrote. */
  senderName: z.string(),
  sentAtMs: z.number(),
};

/** A message as all in the room see it. */
export const message = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('text'),
    text: z.string(),
    editedAtMs: z.number().optional(),
  }),
  z.object({ ...common, kind: z.literal('stamp'), stamp, target: participantId.optional() }),
  /** What stays of a deleted one. */
  z.object({ ...common, kind: z.literal('deleted') }),
]);

/** A message as all in the room see it. */
export type Message = z.infer<typeof message>;

/** Answer of what makes or changes a message. */
export const messageResponse = z.object({ message });

/** Answer of what makes or changes a message. */
export type MessageResponse = z.infer<typeof messageResponse>;

/** Query of `GET /rooms/:roomId/messages`: the newest, or those on one side of a message. */
export const messagesQuery = z
  .object({ before: messageId.optional(), after: messageId.optional(), limit: pageSize })
  .refine(({ before, after }) => before === undefined || after === undefined, {
    error: 'must have before or after, not both',
  });

/** Query of `GET /rooms/:roomId/messages`. */
export type MessagesQuery = z.infer<typeof messagesQuery>;

/** Answer of `GET /rooms/:roomId/messages`. */
export const messagesResponse = z.object({
  /** By id, oldest first. */
  messages: z.array(message),
  /** Where there are more on that side: asks for them, as the same `before` or `after`. */
  next: messageId.optional(),
});

/** Answer of `GET /rooms/:roomId/messages`. */
export type MessagesResponse = z.infer<typeof messagesResponse>;
