import type { Attendee } from './meeting';
import type { StoredMeeting } from './stored-meeting';

const MOST_ENDED = 10_000;
const CONTENT_SUFFIX = '#content';

/** Whose a join token is. */
export interface TokenOwner {
  readonly stored: StoredMeeting;
  readonly attendee: Attendee;
}

/** All join tokens that let somebody in, and the latest of those that did until a meeting ended. */
export class JoinTokens {
  readonly #living = new Map<string, { stored: StoredMeeting; attendeeId: string }>();
  readonly #ended = new Set<string>();

  add(stored: StoredMeeting, { joinToken, attendeeId }: Attendee): void {
    this.#living.set(joinToken, { stored, attendeeId });
  }

  revoke({ joinToken }: Attendee): void {
    this.#living.delete(joinToken);
  }

  end(attendee: Attendee): void {
    this.revoke(attendee);
    this.#ended.add(attendee.joinToken);
    const [oldest] = this.#ended;
    if (this.#ended.size > MOST_ENDED && oldest !== undefined) this.#ended.delete(oldest);
  }

  ownerOf(joinToken: string): TokenOwner | undefined {
    const found = this.#living.get(withoutSuffix(joinToken));
    const attendee = found?.stored.attendees.get(found.attendeeId);
    return found && attendee && { stored: found.stored, attendee };
  }

  hasEnded(joinToken: string): boolean {
    return this.#ended.has(withoutSuffix(joinToken));
  }
}

/** Whether it is a content share's: that joins under its owner's token. */
export const isForContent = (joinToken: string): boolean => joinToken.endsWith(CONTENT_SUFFIX);

const withoutSuffix = (joinToken: string): string =>
  isForContent(joinToken) ? joinToken.slice(0, -CONTENT_SUFFIX.length) : joinToken;
