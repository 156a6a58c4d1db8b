import type { Participant, Role } from '@cyclorama/meeting-contract';
import { PEOPLE } from '../texts';

/** Somebody in the call. */
export interface Person {
  readonly participantId: string;
  readonly name: string;
  readonly role: Role;
  readonly isYou: boolean;
  /** Who they are to the media service; undefined: oneself, on the way in. */
  readonly attendeeId: string | undefined;
}

/** Somebody as the media service knows them. */
export interface Attendee {
  readonly chimeAttendeeId: string;
  readonly externalUserId?: string;
}

/**
 * Who is in the call, in the order in which they came, oneself first. Who is there is for the media
 * service to say, and what they are called for the API alone.
 */
export function gather(
  attendees: readonly Attendee[],
  participants: ReadonlyMap<string, Participant>,
  you: Participant,
): readonly Person[] {
  const others = attendees.flatMap(({ chimeAttendeeId, externalUserId = '' }) =>
    externalUserId === you.participantId
      ? []
      : [personOf(participants.get(externalUserId), externalUserId, chimeAttendeeId)],
  );
  const own = attendees.find(({ externalUserId }) => externalUserId === you.participantId);
  return [{ ...personOf(you, you.participantId, own?.chimeAttendeeId), isYou: true }, ...others];
}

/** Somebody who came a moment ago has no name before the API is asked anew. */
function personOf(
  participant: Participant | undefined,
  participantId: string,
  attendeeId: string | undefined,
): Person {
  const { name = PEOPLE.unknown, role = 'guest' } = participant ?? {};
  return { participantId, name, role, isYou: false, attendeeId };
}
