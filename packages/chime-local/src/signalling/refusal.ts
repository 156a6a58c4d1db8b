import type { MeetingDirectory } from '../meetings/meeting';
import type { Channel, Receiver } from './channel';
import { CloseCode } from './status';

/** How long somebody may wait for the refusal. */
const REFUSE_MS = 5000;

/** What a client is told of a token that lets nobody in. */
export function reasonFor(joinToken: string, directory: Pick<MeetingDirectory, 'hasEnded'>) {
  if (directory.hasEnded(joinToken)) {
    return { code: CloseCode.meetingEnded, reason: 'The meeting has ended.' };
  }
  const reason = 'There is no attendee with this join token: create one, or it was deleted.';
  return { code: CloseCode.unknownToken, reason };
}

/**
 * The connection of somebody whose token lets nobody in. The SDK hears a refusal only while it waits
 * for the answer to its JOIN, so that one is waited for, and nothing is read.
 */
export class Refusal implements Receiver {
  readonly #timeout: ReturnType<typeof setTimeout>;
  #closed = false;

  constructor(
    readonly why: ReturnType<typeof reasonFor>,
    readonly channel: Pick<Channel, 'close'>,
  ) {
    this.#timeout = setTimeout(() => this.receive(), REFUSE_MS);
  }

  receive(): void {
    this.close(this.why.code, this.why.reason);
  }

  disconnected(): void {
    clearTimeout(this.#timeout);
    this.#closed = true;
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.disconnected();
    this.channel.close(code, reason);
  }
}
