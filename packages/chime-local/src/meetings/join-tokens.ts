import { isJoinToken } from './join-token';
import type { Attendee } from './meeting';
import type { StoredMeeting } from './stored-meeting';

const MOST_REVOKED = 10_000;
const CONTENT_SUFFIX = '#content';

/** Whose a join token is. */
export interface TokenOwner {
  readonly stored: StoredMeeting;
  readonly attendee: Attendee;
}

/**
 * All join tokens that let somebody in. The others that were given away are of meetings that ended,
 * with the process at the latest, but for those that were taken back: the latest are known.
 */
export class JoinTokens {
  readonly #living = new Map<string, { stored: StoredMeeting; attendeeId: string }>();
  readonly #revoked = new Set<string>();

  add(stored: StoredMeeting, { joinToken, attendeeId }: Attendee): void {
    this.#living.set(joinToken, { stored, attendeeId });
  }

  /** Its attendee was deleted. */
  revoke(attendee: Attendee): void {
    this.end(attendee);
    this.#revoked.add(attendee.joinToken);
    const [oldest] = this.#revoked;
    if (this.#revoked.size > MOST_REVOKED && oldest !== undefined) this.#revoked.delete(oldest);
  }

  /** Its meeting is over. */
  end({ joinToken }: Attendee): void {
    this.#living.delete(joinToken);
  }

  ownerOf(joinToken: string): TokenOwner | undefined {
    const found = this.#living.get(withoutSuffix(joinToken));
    const attendee = found?.stored.attendees.get(found.attendeeId);
    return found && attendee && { stored: found.stored, attendee };
  }

  hasEnded(joinToken: string): boolean {
    const token = withoutSuffix(joinToken);
    return isJoinToken(token) && !this.#living.has(token) && !this.#revoked.has(token);
  }
}

/** Whether it is a content share's: that joins under its owner's token. */
export const isForContent = (joinToken: string): boolean => joinToken.endsWith(CONTENT_SUFFIX);

const withoutSuffix = (joinToken: string): string =>
  isForContent(joinToken) ? joinToken.slice(0, -CONTENT_SUFFIX.length) : joinToken;
