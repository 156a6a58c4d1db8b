import type { Message } from '@cyclorama/meeting-contract';
import type { Seat } from '../server/seat';

/** How long one gathers notices, so that many are one request. */
const GATHER_MS = 150;
/** A new message may not be in what the API reads yet: each time one waits twice as long. */
const MOST_TRIES = 5;
/** More than these are not waited for by name; whoever reads on meets them. */
const MOST_WANTED = 200;
const PAGE = 100;

/** What a reader tells of. */
export interface ReaderEvents {
  readonly onRead: (messages: readonly Message[]) => void;
  /** The API has no such message. */
  readonly onMissing: (messageId: string) => void;
}

/** Reads what others have told of, in as few requests as may be. */
export class ChatReader {
  readonly #api: Pick<Seat, 'messages'>;
  readonly #events: ReaderEvents;
  /** How often each was looked for. */
  readonly #wanted = new Map<string, number>();
  /** Everything behind this id is to be read. */
  #behind: string | undefined;
  #isReading = false;
  #isStopped = false;

  constructor(api: Pick<Seat, 'messages'>, events: ReaderEvents) {
    this.#api = api;
    this.#events = events;
  }

  /** Looks for one message soon; tells whether it does, which is not so amid a flood. */
  want(messageId: string): boolean {
    if (!this.#wanted.has(messageId) && this.#wanted.size >= MOST_WANTED) return false;
    this.#wanted.set(messageId, 0);
    void this.#read();
    return true;
  }

  /** Reads soon what comes with and after a message; without one, everything. */
  readFrom(messageId: string | undefined): void {
    const behind = beforeId(messageId ?? '');
    if (this.#behind === undefined || behind < this.#behind) this.#behind = behind;
    void this.#read();
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isStopped && this.#start !== undefined) await this.#readOnce();
    } catch {
      // Whoever watches the room learns why; what is wanted stays so, and is asked for with the next.
    } finally {
      this.#isReading = false;
    }
  }

  async #readOnce(): Promise<void> {
    await pause(GATHER_MS * 2 ** Math.max(0, ...this.#wanted.values()));
    const start = this.#start;
    if (start === undefined || this.#isStopped) return;
    const { messages, next } = await this.#api.messages({ after: start, limit: PAGE });
    if (start === this.#behind) this.#behind = next;
    this.#events.onRead(messages);
    for (const { messageId } of messages) this.#wanted.delete(messageId);
    for (const id of this.#wanted.keys()) {
      if (id > start && (next === undefined || id <= next)) this.#miss(id);
    }
  }

  #miss(messageId: string): void {
    const tries = (this.#wanted.get(messageId) ?? 0) + 1;
    this.#wanted.set(messageId, tries);
    if (tries < MOST_TRIES) return;
    this.#wanted.delete(messageId);
    this.#events.onMissing(messageId);
  }

  get #start(): string | undefined {
    if (this.#behind !== undefined) return this.#behind;
    const [first] = [...this.#wanted.keys()].sort();
    return first === undefined ? undefined : beforeId(first);
  }
}

/** Sorts right before an id; the lowest that there is, before all. */
const beforeId = (messageId: string): string => messageId.slice(0, -1) || '-';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
