import type { Message } from '@cyclorama/meeting-contract';
import { Store } from '../state/store';
import { mergeMessages } from './merge-messages';

/** The chat as it stands. */
export interface ChatState {
  /** By id. */
  readonly messages: readonly Message[];
  /** Whether the newest page has been read. */
  readonly isReady: boolean;
  /** There are messages before the first of these. */
  readonly hasOlder: boolean;
  readonly isLoading: boolean;
  /** Why a page could not be read. */
  readonly problem?: string | undefined;
  /** Which came while the chat was out of sight. */
  readonly unread: ReadonlySet<string>;
}

/** So many are shown before the API has been asked; amid a flood, what it says alone. */
const MOST_PROVISIONAL = 100;
/** The same of one sender, who may make them up. */
const MOST_OF_SENDER = 5;

/** The messages that are known, and which of them nobody has seen. */
export class ChatLog {
  readonly state = new Store<ChatState>({
    ...{ messages: [], isReady: false, hasOlder: false, isLoading: false },
    unread: new Set<string>(),
  });
  readonly #ownId: string;
  /** Shown as their senders told them; the API's copies are under way. */
  readonly #provisional = new Set<string>();
  readonly #lookers = new Set<object>();

  constructor(ownId: string) {
    this.#ownId = ownId;
  }

  /** The first that the API has told of. */
  get oldest(): string | undefined {
    const { messages } = this.state.get();
    return messages.find(({ messageId }) => !this.#provisional.has(messageId))?.messageId;
  }

  /** Where what is shown begins; undefined: it is the whole chat. */
  get floor(): string | undefined {
    return this.state.get().hasOlder ? this.oldest : undefined;
  }

  find(messageId: string): Message | undefined {
    return this.state.get().messages.find((message) => message.messageId === messageId);
  }

  /** Whether it stands before all that is shown, among what is not read yet. */
  isBeforeAll(messageId: string): boolean {
    return messageId < (this.floor ?? '');
  }

  /** Somebody looks at the chat until the answer is called: nothing is unread meanwhile. */
  look(): () => void {
    const looker = {};
    this.#lookers.add(looker);
    if (this.state.get().unread.size > 0) this.state.patch({ unread: new Set() });
    return () => void this.#lookers.delete(looker);
  }

  /** What the API says, which stands against whatever a sender told. */
  put(read: readonly Message[]): void {
    const told = (id: string): boolean =>
      this.#provisional.has(id) && read.some(({ messageId }) => messageId === id);
    const known = this.state.get().messages.filter(({ messageId }) => !told(messageId));
    for (const { messageId } of read) this.#provisional.delete(messageId);
    this.state.patch({ messages: mergeMessages(known, read) });
  }

  /** The same for what came while one is here: unread, unless somebody looks. Gives what is new. */
  putNew(read: readonly Message[]): readonly Message[] {
    const fresh = read.filter(({ messageId }) => !this.find(messageId));
    this.put(read);
    this.#count(fresh);
    return fresh;
  }

  /**
   * What a sender tells, until the API's copy comes or `drop` is called; tells whether it stands, which
   * is not so amid a flood.
   */
  show(message: Message): boolean {
    if (this.#isFlood(message.senderId)) return false;
    this.putNew([message]);
    this.#provisional.add(message.messageId);
    return true;
  }

  /** The API does not know it. */
  drop(messageId: string): void {
    if (!this.#provisional.delete(messageId)) return;
    const { messages, unread } = this.state.get();
    this.state.patch({
      messages: messages.filter((message) => message.messageId !== messageId),
      unread: new Set([...unread].filter((id) => id !== messageId)),
    });
  }

  #isFlood(senderId: string): boolean {
    const told = [...this.#provisional].filter((id) => this.find(id)?.senderId === senderId);
    return this.#provisional.size >= MOST_PROVISIONAL || told.length >= MOST_OF_SENDER;
  }

  #count(fresh: readonly Message[]): void {
    const others = fresh.filter(
      ({ senderId, kind }) => senderId !== this.#ownId && kind !== 'deleted',
    );
    if (this.#lookers.size > 0 || others.length === 0) return;
    const ids = others.map(({ messageId }) => messageId);
    this.state.patch({ unread: new Set([...this.state.get().unread, ...ids]) });
  }
}
