import type { SentDataMessage } from '../protocol/client-frame';
import type { DataMessage } from '../protocol/server-frame';

const TOPIC = /^[a-zA-Z0-9_-]{1,36}$/;
const MAX_DATA_BYTES = 2048;
const MAX_LIFETIME_MS = 5 * 60_000;
const MAX_KEPT = 1024;

/** What is wrong with a message, or undefined. */
export function faultOf({ topic, data }: SentDataMessage): string | undefined {
  if (!TOPIC.test(topic)) {
    return 'A data message was refused: its topic must have 1 to 36 of a-z, A-Z, 0-9, _ and -.';
  }
  if (data.length <= MAX_DATA_BYTES) return undefined;
  return `A data message was refused: ${data.length} bytes are more than ${MAX_DATA_BYTES}.`;
}

interface Kept {
  readonly message: DataMessage;
  readonly untilMs: number;
}

/** The messages of a meeting that those who come later get too. */
export class MessageBoard {
  #kept: Kept[] = [];

  /** Keeps it as long as it wants, up to five minutes, and the last 1024 of all. */
  keep(message: DataMessage): void {
    if (message.lifetimeMs <= 0) return;
    const untilMs = Date.now() + Math.min(message.lifetimeMs, MAX_LIFETIME_MS);
    // The frame that it came in must not be kept alive by it.
    const copy = { ...message, data: Uint8Array.from(message.data) };
    this.#kept = [...this.#living(), { message: copy, untilMs }].slice(-MAX_KEPT);
  }

  /** Those that still live, in their order, without the reader's own. */
  read(reader: string): readonly DataMessage[] {
    this.#kept = this.#living();
    return this.#kept
      .map(({ message }) => message)
      .filter(({ senderAttendeeId }) => senderAttendeeId !== reader);
  }

  #living(): Kept[] {
    const nowMs = Date.now();
    return this.#kept.filter(({ untilMs }) => untilMs > nowMs);
  }
}
