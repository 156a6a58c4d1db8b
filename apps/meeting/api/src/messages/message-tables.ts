import type { Message, StampId } from '@cyclorama/meeting-contract';
import { openTable, type TablePlace } from '../tables/open-tables';
import type { Expiring, Table } from '../tables/table';

/** A message in its table. */
export interface MessageItem extends Expiring {
  readonly roomId: string;
  readonly messageId: string;
  readonly senderId: string;
  readonly senderName: string;
  readonly sentAtMs: number;
  readonly kind: Message['kind'];
  readonly text?: string;
  readonly editedAtMs?: number;
  readonly stamp?: StampId;
  readonly target?: string | undefined;
}

/** Which message a request makes, in the same table, so that a repeated one makes no other. */
export interface RequestItem extends Expiring {
  readonly roomId: string;
  /** The request's own key, which is no id of a message. */
  readonly messageId: string;
  readonly makes: string;
  readonly sentAtMs: number;
}

/** What the handlers of messages work on. */
export interface MessageTables {
  readonly messages: Table<MessageItem>;
  readonly requests: Table<RequestItem>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** Messages and the requests for them share a table, and with it the room's partition. */
export function openMessageTables(place: TablePlace): MessageTables {
  return {
    messages: openTable<MessageItem>(place, 'messages'),
    requests: openTable<RequestItem>(place, 'messages'),
    now: place.now,
  };
}

/** Behind all ids of messages, which begin with a digit, and before the keys of requests. */
export const END_OF_IDS = ':';

/** No id of a message has a `#` in it, so nobody can ask for one of these. */
export const requestKey = (participantId: string, requestId: string): string =>
  `request#${participantId}#${requestId}`;
