import type { EditMessageRequest, Message } from '@cyclorama/meeting-contract';
import type { MessageTables } from './message-tables';
import { refuseChange } from './refuse-change';
import type { Sender } from './sender';
import { toMessage } from './to-message';

/** Changes the text of one's own message. */
export async function editMessage(
  tables: MessageTables,
  { roomId, participantId }: Sender,
  messageId: string,
  { text }: EditMessageRequest,
): Promise<Message> {
  const edited = await tables.messages.change(
    { roomId, messageId },
    {
      update: 'SET #text = :text, #editedAtMs = :nowMs',
      condition: '#senderId = :senderId AND #kind = :kind',
      values: { text, nowMs: tables.now(), senderId: participantId, kind: 'text' },
    },
  );
  if (!edited) throw await refuseChange(tables, { roomId, messageId }, participantId);
  return toMessage(edited);
}
