import {
  createRoomResponse,
  joinResponse,
  messageResponse,
  messagesResponse,
  paths,
} from '@cyclorama/meeting-contract';
import { randomUUID } from 'node:crypto';
import type { MeetingClient } from './meeting-client';

/** What became of the messages of one room. */
export interface Reckoning {
  /** Answered with an id, under which nothing is. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
}

/** A room, and somebody who writes in it. */
export class ChatRoom {
  /** By id, what was answered. */
  readonly #sent = new Map<string, string>();

  private constructor(
    private readonly client: MeetingClient,
    private readonly roomId: string,
    private readonly token: string,
  ) {}

  static async open(client: MeetingClient): Promise<ChatRoom> {
    const create = { name: 'Bench', requestId: randomUUID() };
    const made = await client.ask({ method: 'POST', path: paths.rooms(), body: create });
    const { room, secret } = createRoomResponse.parse(made);
    const join = { name: 'Writer', secret, requestId: randomUUID() };
    const path = paths.join(room.roomId);
    const joined = await client.ask({ method: 'POST', path, body: join });
    return new ChatRoom(client, room.roomId, joinResponse.parse(joined).token);
  }

  /** Says something that nobody else says. */
  async say(text: string): Promise<void> {
    const body = { kind: 'text', text, requestId: randomUUID() };
    const { token } = this;
    const asked = { method: 'POST' as const, path: paths.messages(this.roomId), body, token };
    const { message } = messageResponse.parse(await this.client.ask(asked));
    this.#sent.set(message.messageId, text);
  }

  /** Compares what was answered with what is there. */
  async reckon(): Promise<Reckoning> {
    const stored = await this.#read();
    const ids = new Set(stored.map(({ messageId }) => messageId));
    const texts = new Set(stored.map(({ text }) => text));
    const lost = [...this.#sent.keys()].filter((id) => !ids.has(id)).length;
    return { lost, doubled: stored.length - texts.size };
  }

  close(): void {
    this.client.close();
  }

  async #read() {
    const found: { readonly messageId: string; readonly text: string }[] = [];
    let before = '';
    do {
      const path = `${paths.messages(this.roomId)}?limit=100${before}`;
      const page = await this.client.ask({ method: 'GET', path, token: this.token });
      const { messages, next } = messagesResponse.parse(page);
      for (const one of messages) if (one.kind === 'text') found.push(one);
      before = next === undefined ? '' : `&before=${next}`;
    } while (before !== '');
    return found;
  }
}
