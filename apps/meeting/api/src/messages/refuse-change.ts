import { Refusal } from '../access/refusal';
import type { MessageTables } from './message-tables';

/** Why a message was not changed: what stands there says. */
export async function refuseChange(
  { messages }: MessageTables,
  key: { readonly roomId: string; readonly messageId: string },
  senderId: string,
): Promise<Refusal> {
  const item = await messages.get(key);
  if (!item) return noSuchMessage();
  if (item.senderId !== senderId) {
    return new Refusal('not-allowed', 'Only who wrote a message may change or delete it.');
  }
  return item.kind === 'deleted'
    ? new Refusal('not-found', 'This message has been deleted.')
    : new Refusal('bad-request', 'A stamp cannot be edited; delete it and send another.');
}

/** Also where it was once. */
export function noSuchMessage(): Refusal {
  return new Refusal('not-found', 'There is no such message in this room.');
}
