import type { MessagesQuery, MessagesResponse } from '@cyclorama/meeting-contract';
import type { Question } from '../tables/table';
import { END_OF_IDS, type MessageItem, type MessageTables } from './message-tables';
import { toMessage } from './to-message';

/** The newest messages of a room, or those on one side of one. */
export async function listMessages(
  tables: MessageTables,
  roomId: string,
  query: MessagesQuery,
): Promise<MessagesResponse> {
  const read = await readItems(tables, { ...questionOf(roomId, query), limit: query.limit + 1 });
  const page = read.slice(0, query.limit);
  const next = read.length > page.length ? page.at(-1)?.messageId : undefined;
  if (query.after === undefined) page.reverse();
  return { messages: page.map(toMessage), ...(next !== undefined && { next }) };
}

/** Which ids, and from which side. */
function questionOf(roomId: string, { before, after }: MessagesQuery): Omit<Question, 'limit'> {
  if (after === undefined) {
    const keys = '#roomId = :roomId AND #messageId < :end';
    const end = before !== undefined && before < END_OF_IDS ? before : END_OF_IDS;
    return { keys, values: { roomId, end }, descending: true };
  }
  // A range has both its ends in it: the first key behind this id is the id and a blank.
  const keys = '#roomId = :roomId AND #messageId BETWEEN :start AND :end';
  const start = after < END_OF_IDS ? `${after} ` : END_OF_IDS;
  return { keys, values: { roomId, start, end: END_OF_IDS } };
}

/** As many as were asked for, where there are so many: what has expired makes a page shorter. */
async function readItems({ messages }: MessageTables, question: Question): Promise<MessageItem[]> {
  const found: MessageItem[] = [];
  let after = question.after;
  do {
    const page = await messages.query({ ...question, after });
    found.push(...page.items);
    after = page.last;
  } while (after && found.length < question.limit);
  return found.slice(0, question.limit);
}
