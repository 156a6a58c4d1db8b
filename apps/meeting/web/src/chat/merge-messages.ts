import type { Message } from '@cyclorama/meeting-contract';

/**
 * The messages by id, each once, with what was read of them: the last change of each stands, so that
 * an answer that was under way while somebody edited brings nothing back.
 */
export function mergeMessages(
  known: readonly Message[],
  read: readonly Message[],
): readonly Message[] {
  const byId = new Map(known.map((message) => [message.messageId, message]));
  for (const message of read) {
    const former = byId.get(message.messageId);
    byId.set(message.messageId, former ? laterOf(former, message) : message);
  }
  return [...byId.values()].sort(byIds);
}

const byIds = (a: Message, b: Message): number => (a.messageId < b.messageId ? -1 : 1);

function laterOf(former: Message, read: Message): Message {
  const later = changedAt(read) < changedAt(former) ? former : read;
  return JSON.stringify(later) === JSON.stringify(former) ? former : later;
}

/** What is deleted stays so. */
const changedAt = (message: Message): number =>
  message.kind === 'deleted' ? Infinity : message.kind === 'text' ? (message.editedAtMs ?? 0) : 0;
