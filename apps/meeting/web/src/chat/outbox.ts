import type { Message } from '@cyclorama/meeting-contract';
import { Unreachable } from '../server/refusal';
import type { Seat } from '../server/seat';
import { Store } from '../state/store';
import { saidBy } from '../texts';
import type { Content } from './chat-topic';

/** What one has said, and the API has not stored yet. */
export interface PendingMessage {
  /** The same in all tries, so that it is stored once. */
  readonly requestId: string;
  readonly content: Content;
  /** Why it was not sent; while it is under way, none. */
  readonly problem?: string | undefined;
  /** No answer came: sent again once there is a connection. */
  readonly isUnreached?: boolean;
}

/** Sends what one says, and keeps it until the API has it. */
export class Outbox {
  readonly state = new Store<readonly PendingMessage[]>([]);
  readonly #seat: Pick<Seat, 'post'>;
  readonly #onSent: (message: Message) => void;

  constructor(seat: Pick<Seat, 'post'>, onSent: (message: Message) => void) {
    this.#seat = seat;
    this.#onSent = onSent;
  }

  /** Resolves when it is stored, or has failed and stands among what waits. */
  send(content: Content): Promise<void> {
    const pending = { requestId: crypto.randomUUID(), content };
    this.state.set([...this.state.get(), pending]);
    return this.#post(pending);
  }

  /** Sends once more what has failed. */
  async retry(requestId: string): Promise<void> {
    const failed = this.state.get().find((pending) => pending.requestId === requestId);
    if (!failed?.problem) return;
    this.#explain(requestId, undefined, false);
    await this.#post(failed);
  }

  /** There is a connection again: sends what found none, one after the other as it was said. */
  async retryUnreached(): Promise<void> {
    for (const { requestId, isUnreached } of this.state.get()) {
      if (isUnreached) await this.retry(requestId);
    }
  }

  discard(requestId: string): void {
    this.state.set(this.state.get().filter((pending) => pending.requestId !== requestId));
  }

  /** One's own message was read before its answer came: it waits no longer. */
  recognise(message: Message): void {
    const same = this.state.get().find(({ content }) => isSame(content, message));
    if (same) this.discard(same.requestId);
  }

  async #post({ requestId, content }: PendingMessage): Promise<void> {
    try {
      const { message } = await this.#seat.post(draftOf(content), requestId);
      this.discard(requestId);
      this.#onSent(message);
    } catch (thrown) {
      this.#explain(requestId, saidBy(thrown), thrown instanceof Unreachable);
    }
  }

  #explain(requestId: string, problem: string | undefined, isUnreached: boolean): void {
    const explain = (pending: PendingMessage): PendingMessage =>
      pending.requestId === requestId ? { ...pending, problem, isUnreached } : pending;
    this.state.set(this.state.get().map(explain));
  }
}

function draftOf(content: Content) {
  if (content.kind === 'text') return content;
  const { kind, stamp, target } = content;
  return { kind, stamp, ...(target !== undefined && { target }) };
}

function isSame(content: Content, message: Message): boolean {
  if (content.kind === 'text') return message.kind === 'text' && message.text === content.text;
  const { stamp, target } = content;
  return message.kind === 'stamp' && message.stamp === stamp && message.target === target;
}
