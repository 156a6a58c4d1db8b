import type { RoomChannel, Topic } from '../../call/room-channel';

type Receive = (content: unknown, senderId: string) => void;

/** The call's messages between pages of a test, at once and as JSON, checked as the real ones are. */
export class FakeWire {
  readonly #pages = new Map<string, { topic: Topic<unknown>; receive: Receive }[]>();
  /** All that was sent, in order. */
  readonly sent: {
    readonly senderId: string;
    readonly bytes: number;
    readonly content: unknown;
  }[] = [];
  /** Messages that nobody gets. */
  isLossy = false;

  /** A participant's channel. */
  join(participantId: string): Pick<RoomChannel, 'send' | 'on'> {
    const mine: { topic: Topic<unknown>; receive: Receive }[] = [];
    this.#pages.set(participantId, mine);
    return {
      send: (topic, content) => {
        this.say(participantId, topic.name, content);
        return true;
      },
      on: <Content>(topic: Topic<Content>, listener: (content: Content, id: string) => void) => {
        const receive: Receive = (content, senderId) => {
          const checked = topic.content.safeParse(content);
          if (checked.success) listener(checked.data, senderId);
        };
        const entry = { topic: topic as Topic<unknown>, receive };
        mine.push(entry);
        return () => void mine.splice(mine.indexOf(entry), 1);
      },
    };
  }

  /** What anybody may send, whether a page of ours would or not. */
  say(senderId: string, topic: string, content: unknown): void {
    const text = JSON.stringify(content);
    this.sent.push({ senderId, bytes: new TextEncoder().encode(text).length, content });
    if (this.isLossy) return;
    for (const [id, entries] of this.#pages) {
      if (id === senderId) continue;
      for (const { topic: heard, receive } of [...entries]) {
        if (heard.name === topic) receive(JSON.parse(text), senderId);
      }
    }
  }
}
