import type { Message } from '@cyclorama/meeting-contract';
import type { CallState } from '../call/call-state';
import type { RoomChannel } from '../call/room-channel';
import type { Seat } from '../server/seat';
import type { Store } from '../state/store';
import { saidBy } from '../texts';
import { ChatLog } from './chat-log';
import { ChatReader } from './chat-reader';
import { CHAT, noticeOf, type ChatNotice, type Content } from './chat-topic';
import { Outbox } from './outbox';

/** What a chat works with. */
export interface ChatServices {
  readonly seat: Pick<Seat, 'participantId' | 'post' | 'messages' | 'edit' | 'delete'>;
  readonly channel: Pick<RoomChannel, 'send' | 'on'>;
  readonly connection: Pick<Store<CallState>, 'get' | 'subscribe'>;
  /** As the API has it; undefined where it has not told of them yet. */
  readonly nameOf: (participantId: string) => string | undefined;
}

/** Is told of what is said while one is here, one's own too; of no history. */
export interface ChatEvents {
  /** Somebody says so, at once. */
  readonly onSaid: (senderId: string, content: Content) => void;
  /** It is new, and stands in the chat. */
  readonly onNew: (message: Message) => void;
}

/** Messages of the call may be lost: so often one reads unasked. */
const EVERY_MS = 30_000;
/** Ids may be given before their messages are stored: so many that are known are read once more. */
const OVERLAP = 25;

/** The chat of a room: the API's messages, told of by messages of the call. */
export class Chat {
  readonly outbox: Outbox;
  readonly log: ChatLog;
  readonly #services: ChatServices;
  readonly #events: ChatEvents;
  readonly #reader: ChatReader;
  /** Notices that found no call. */
  readonly #untold = new Set<string>();

  constructor(services: ChatServices, events: ChatEvents) {
    this.#services = services;
    this.#events = events;
    this.log = new ChatLog(services.seat.participantId);
    this.#reader = new ChatReader(services.seat, {
      onRead: (messages) => this.#take(messages),
      onMissing: (messageId) => this.log.drop(messageId),
    });
    this.outbox = new Outbox(services.seat, (message) => this.#tell(message));
  }

  /** Begins to read and to listen; the answer ends it. */
  start(): () => void {
    const { channel, connection } = this.#services;
    const ends = [
      channel.on(CHAT, (notice, senderId) => this.#hear(notice, senderId)),
      connection.subscribe(() => this.#follow()),
    ];
    const timer = setInterval(() => this.#goOn(), EVERY_MS);
    void this.load();
    return () => {
      clearInterval(timer);
      this.#reader.stop();
      for (const end of ends) end();
    };
  }

  /** Reads the newest page, and after it each older one. */
  async load(): Promise<void> {
    const { state, oldest } = this.log;
    const { isReady, hasOlder, isLoading } = state.get();
    if (isLoading || (isReady && !hasOlder)) return;
    state.patch({ isLoading: true, problem: undefined });
    try {
      const before = isReady && oldest !== undefined ? { before: oldest } : {};
      const { messages, next } = await this.#services.seat.messages(before);
      this.log.put(messages);
      state.patch({ isReady: true, hasOlder: next !== undefined });
    } catch (thrown) {
      state.patch({ problem: saidBy(thrown) });
    }
    state.patch({ isLoading: false });
  }

  /** @throws Refusal or Unreachable */
  async edit(messageId: string, text: string): Promise<void> {
    this.#change(await this.#services.seat.edit(messageId, text));
  }

  /** @throws Refusal or Unreachable */
  async delete(messageId: string): Promise<void> {
    this.#change(await this.#services.seat.delete(messageId));
  }

  #change({ message }: { readonly message: Message }): void {
    this.log.put([message]);
    this.#send({ is: 'changed', messageId: message.messageId });
  }

  #tell(message: Message): void {
    this.log.put([message]);
    if (message.kind === 'deleted') return;
    this.#send(noticeOf(message));
    this.#events.onSaid(message.senderId, message);
  }

  #send(notice: ChatNotice): void {
    if (!this.#services.channel.send(CHAT, notice)) this.#untold.add(notice.messageId);
  }

  #hear(notice: ChatNotice, senderId: string): void {
    const { messageId } = notice;
    const isOwn = senderId === this.#services.seat.participantId;
    if (isOwn || this.log.isBeforeAll(messageId)) return;
    const known = this.log.find(messageId);
    if (!known) this.#hearNew(notice, senderId);
    // Only who wrote it can have changed it.
    else if (notice.is === 'changed' && known.senderId === senderId) this.#reader.want(messageId);
  }

  #hearNew(notice: ChatNotice, senderId: string): void {
    if (!this.#reader.want(notice.messageId)) this.#catchUp();
    else if (notice.is === 'posted' && notice.content) {
      this.#show(notice.messageId, senderId, notice.content);
    }
  }

  /** Shows what a sender tells, in the name that the API has for them. */
  #show(messageId: string, senderId: string, content: Content): void {
    const senderName = this.#services.nameOf(senderId);
    if (senderName === undefined) return;
    const message = { ...content, messageId, senderId, senderName, sentAtMs: Date.now() };
    if (!this.log.show(message)) return;
    this.#events.onSaid(senderId, content);
    this.#events.onNew(message);
  }

  #follow(): void {
    if (this.#services.connection.get().status !== 'connected') return;
    void this.outbox.retryUnreached();
    const untold = [...this.#untold];
    this.#untold.clear();
    for (const messageId of untold) this.#send({ is: 'changed', messageId });
    // All that is shown, for what was edited or deleted meanwhile.
    if (this.log.state.get().isReady) this.#reader.readFrom(this.log.floor);
  }

  /** Nobody has told of news: reads what was missed, and sends what the API alone did not take. */
  #goOn(): void {
    this.#catchUp();
    if (this.#services.connection.get().status === 'connected') void this.outbox.retryUnreached();
  }

  #catchUp(): void {
    const { isReady, messages } = this.log.state.get();
    if (isReady) this.#reader.readFrom(messages.at(-OVERLAP)?.messageId ?? this.log.floor);
    else void this.load();
  }

  #take(messages: readonly Message[]): void {
    const own = this.#services.seat.participantId;
    const known = messages.filter(({ messageId }) => !this.log.isBeforeAll(messageId));
    for (const message of this.log.putNew(known)) {
      if (message.senderId === own) this.outbox.recognise(message);
      else this.#events.onNew(message);
    }
  }
}
