import type { Message, MessagesResponse } from '@cyclorama/meeting-contract';
import type { ChatServices } from '../../chat/chat';
import { Refusal } from '../../server/refusal';

/** Thirteen digits: sorts by number. */
export const idOf = (number: number): string => `m${String(number).padStart(12, '0')}`;

/** Keeps messages as the API does. */
export class FakeChatApi {
  readonly messages = new Map<string, Message>();
  readonly reads: unknown[] = [];
  /** Thrown by the next posts, one each. */
  readonly failures: Error[] = [];
  readonly #requests = new Map<string, string>();
  #count = 100;

  /** A participant's seat. */
  seat(participantId: string, senderName: string): ChatServices['seat'] {
    const change = (messageId: string, changed: (former: Message) => Message) => {
      const former = this.messages.get(messageId);
      if (former?.senderId !== participantId) {
        return Promise.reject(new Refusal('not-allowed', 'Only who wrote it may change it.'));
      }
      return Promise.resolve({ message: this.put(changed(former)) });
    };
    return {
      participantId,
      post: (draft, requestId) => {
        const failure = this.failures.shift();
        if (failure) return Promise.reject(failure);
        const request = requestId ?? crypto.randomUUID();
        const messageId = this.#requests.get(request) ?? idOf(++this.#count);
        this.#requests.set(request, messageId);
        const common = { messageId, senderId: participantId, senderName, sentAtMs: this.#count };
        return Promise.resolve({ message: this.put({ ...draft, ...common }) });
      },
      messages: (query) => Promise.resolve(this.#read(query ?? {})),
      edit: (messageId, text) =>
        change(messageId, (former) => ({
          ...commonOf(former),
          ...{ kind: 'text', text, editedAtMs: ++this.#count },
        })),
      delete: (messageId) => change(messageId, (m) => ({ ...commonOf(m), kind: 'deleted' })),
    };
  }

  put(message: Message): Message {
    this.messages.set(message.messageId, message);
    return message;
  }

  #read(query: { before?: string; after?: string; limit?: number }): MessagesResponse {
    this.reads.push(query);
    const { before = '~', after = '', limit = 50 } = query;
    const all = [...this.messages.values()]
      .filter(({ messageId }) => messageId < before && messageId > after)
      .sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
    const messages = query.after === undefined ? all.slice(-limit) : all.slice(0, limit);
    const edge = query.after === undefined ? messages[0] : messages.at(-1);
    return { messages, ...(all.length > messages.length && edge && { next: edge.messageId }) };
  }
}

const commonOf = ({ messageId, senderId, senderName, sentAtMs }: Message) => ({
  ...{ messageId, senderId, senderName, sentAtMs },
});
