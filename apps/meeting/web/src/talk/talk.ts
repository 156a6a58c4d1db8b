import { STAMPS, type Message } from '@cyclorama/meeting-contract';
import { Chat } from '../chat/chat';
import { Hands } from '../hands/hands';
import type { RoomServices } from '../room/room-context';
import { Floats } from '../stamps/floats';
import { CHAT, HANDS, HOST, WHITEBOARD } from '../texts';
import { Board } from '../whiteboard/board';
import { Announcer } from './announcer';

/** What a talk needs of a room. */
export type TalkServices = Pick<RoomServices, 'seat' | 'state'> & {
  readonly call: Pick<RoomServices['call'], 'channel' | 'state'>;
};

/** Whatever people in a room say and show to each other, beside sound and pictures. */
export class Talk {
  readonly announcer = new Announcer(CHAT.manyNew);
  readonly floats = new Floats();
  readonly chat: Chat;
  readonly hands: Hands;
  readonly board: Board;
  readonly #room: TalkServices['state'];
  /** Who waits, as far as it was announced: hosts alone are told of them. */
  readonly #waiting = new Set<string>();

  constructor({ seat, call, state }: TalkServices) {
    this.#room = state;
    const { channel, state: connection } = call;
    const wire = { ownId: seat.participantId, channel, connection };
    const person = (id: string) => state.get().participants.get(id);
    const roleOf = (id: string) => person(id)?.role;
    const isHostBeside = (id: string) =>
      [...state.get().participants.values()].some(
        ({ participantId, role, state: place }) =>
          role === 'host' && place === 'admitted' && participantId !== id,
      );
    const drawing = () => state.get().room.drawing;
    this.chat = new Chat(
      { ...wire, seat, nameOf: (id) => person(id)?.name },
      {
        onSaid: (senderId, content) => this.floats.add(senderId, content),
        onNew: (message) => this.announcer.say(sentenceOf(message)),
      },
    );
    this.hands = new Hands({ ...wire, roleOf }, (id) => this.#announce(id, HANDS.raised));
    this.board = new Board({ ...wire, roleOf, isHostBeside, drawing }, (id) =>
      this.#announce(id, WHITEBOARD.somebodyDraws),
    );
  }

  /** Begins to listen; the answer ends it. */
  start(): () => void {
    const watch = this.#room.subscribe(() => this.#announceWaiting());
    const ends = [this.chat.start(), this.hands.start(), this.board.start(), watch];
    return () => {
      this.announcer.stop();
      for (const end of ends) end();
    };
  }

  #announceWaiting(): void {
    for (const { participantId, name, state } of this.#room.get().participants.values()) {
      if (state !== 'waiting' || this.#waiting.has(participantId)) continue;
      this.#waiting.add(participantId);
      this.announcer.say(HOST.someoneWaits(name));
    }
  }

  #announce(participantId: string, sentence: (name: string) => string): void {
    const name = this.#room.get().participants.get(participantId)?.name;
    if (name !== undefined) this.announcer.say(sentence(name));
  }
}

function sentenceOf(message: Message): string {
  const { senderName } = message;
  if (message.kind === 'text') return CHAT.newText(senderName, message.text);
  return message.kind === 'stamp' ? CHAT.newStamp(senderName, STAMPS[message.stamp].label) : '';
}
