import { message, type Message } from '@cyclorama/meeting-contract';
import type { MessageItem } from './message-tables';

/** What others may see of an item: that which the contract names, and no more. */
export function toMessage(item: MessageItem): Message {
  return message.parse(item);
}
