import type { Message } from '@cyclorama/meeting-contract';
import type { MessageTables } from './message-tables';
import { refuseChange } from './refuse-change';
import type { Sender } from './sender';
import { toMessage } from './to-message';

/** Leaves of one's own message only that it was there, so that others learn of it who read later. */
export async function deleteMessage(
  tables: MessageTables,
  { roomId, participantId }: Sender,
  messageId: string,
): Promise<Message> {
  const deleted = await tables.messages.change(
    { roomId, messageId },
    {
      update: 'SET #kind = :deleted REMOVE #text, #editedAtMs, #stamp, #target',
      condition: '#senderId = :senderId',
      values: { deleted: 'deleted', senderId: participantId },
    },
  );
  if (!deleted) throw await refuseChange(tables, { roomId, messageId }, participantId);
  return toMessage(deleted);
}
