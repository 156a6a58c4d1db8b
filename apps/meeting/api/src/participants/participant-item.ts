import type { Participant, ParticipantState, Role } from '@cyclorama/meeting-contract';
import type { CallAttendee } from '../calls/call';
import type { Expiring } from '../tables/table';

/** A participant in their table. */
export interface ParticipantItem extends Expiring {
  readonly roomId: string;
  readonly participantId: string;
  readonly name: string;
  readonly role: Role;
  readonly state: ParticipantState;
  readonly joinedAtMs: number;
  readonly attendee?: CallAttendee;
  readonly muteRequestedAtMs?: number;
}

/** What of it the others may see. */
export function toParticipant(item: ParticipantItem): Participant {
  const { participantId, name, role, state, joinedAtMs, muteRequestedAtMs } = item;
  return {
    participantId,
    name,
    role,
    state,
    joinedAtMs,
    ...(muteRequestedAtMs !== undefined && { muteRequestedAtMs }),
  };
}

/** Where it is in the table. */
export function keyOf({ roomId, participantId }: ParticipantItem) {
  return { roomId, participantId };
}
