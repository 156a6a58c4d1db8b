import {
  callResponse,
  messageResponse,
  messagesResponse,
  participantResponse,
  participantsResponse,
  paths,
  roomResponse,
  type ChangeRoomRequest,
  type MessagesResponse,
  type Participant,
  type StampId,
} from '@cyclorama/meeting-contract';
import { z } from 'zod';
import { persist } from './persist';
import { send, type ApiRequest } from './request';

/** Where an answer has no body. */
const NOTHING = z.undefined();

/** What is posted to the chat. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stamp'; readonly stamp: StampId; readonly target?: string };

/** A participant's place in a room: all that the API does for them. Calls throw Refusal or Unreachable. */
export class Seat {
  constructor(
    readonly roomId: string,
    /** Oneself. */
    readonly participantId: string,
    readonly token: string,
  ) {}

  /** The room, and how it stands with oneself. Asked once, since whoever watches asks again. */
  room(signal?: AbortSignal) {
    const request = { method: 'GET', path: paths.room(this.roomId), answer: roomResponse } as const;
    return send({ ...request, token: this.token, signal });
  }

  /** Who is in, and, for a host, who waits. */
  async participants(signal?: AbortSignal): Promise<readonly Participant[]> {
    const all: Participant[] = [];
    let after: string | undefined;
    do {
      const page = await send({
        method: 'GET',
        path: paths.participants(this.roomId),
        answer: participantsResponse,
        query: { after, limit: 100 },
        token: this.token,
        signal,
      });
      all.push(...page.participants);
      after = page.next;
    } while (after !== undefined);
    return all;
  }

  /** What it takes to enter the Chime meeting. Asked once, since a call that is lost asks again by itself. */
  call() {
    const request = {
      method: 'POST',
      path: paths.call(this.roomId),
      answer: callResponse,
    } as const;
    return send({ ...request, token: this.token });
  }

  leave() {
    const path = paths.leave(this.roomId);
    return this.#persist({ method: 'POST', path, answer: NOTHING });
  }

  /** Whoever posts the same once more, after a failure, does it by the same request's id. */
  post(draft: Draft, requestId: string = crypto.randomUUID()) {
    const body = { ...draft, requestId };
    const path = paths.messages(this.roomId);
    return this.#persist({ method: 'POST', path, body, answer: messageResponse });
  }

  /** The newest messages, or those on one side of a message; oldest first. */
  messages(
    query: { before?: string; after?: string; limit?: number } = {},
  ): Promise<MessagesResponse> {
    const path = paths.messages(this.roomId);
    return this.#persist({ method: 'GET', path, query, answer: messagesResponse });
  }

  edit(messageId: string, text: string) {
    const path = paths.message(this.roomId, messageId);
    return this.#persist({ method: 'PATCH', path, body: { text }, answer: messageResponse });
  }

  delete(messageId: string) {
    const path = paths.message(this.roomId, messageId);
    return this.#persist({ method: 'DELETE', path, answer: messageResponse });
  }

  /** Hosts alone, as all below. */
  changeRoom(body: ChangeRoomRequest) {
    const path = paths.room(this.roomId);
    return this.#persist({ method: 'PATCH', path, body, answer: roomResponse });
  }

  admit(id: string) {
    return this.#act(paths.admit(this.roomId, id));
  }

  remove(id: string) {
    return this.#act(paths.remove(this.roomId, id));
  }

  requestMute(id: string) {
    return this.#act(paths.muteRequest(this.roomId, id));
  }

  /** Ends the meeting for all. */
  end() {
    const path = paths.end(this.roomId);
    return this.#persist({ method: 'POST', path, answer: NOTHING });
  }

  #act(path: string) {
    return this.#persist({ method: 'POST', path, answer: participantResponse });
  }

  #persist<Answer>(request: ApiRequest<Answer>): Promise<Answer> {
    return persist(() => send({ ...request, token: this.token }));
  }
}
