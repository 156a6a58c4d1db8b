import { Refusal } from '../access/refusal';
import type { Services } from '../services';
import type { ParticipantItem } from './participant-item';

/** Whom a host means. */
export interface Target {
  readonly roomId: string;
  readonly participantId: string;
}

/** @throws Refusal where nobody of this id ever came. */
export async function findParticipant(
  { participants }: Services,
  { roomId, participantId }: Target,
): Promise<ParticipantItem> {
  const item = await participants.get({ roomId, participantId });
  if (!item) throw notThere();
  return item;
}

/** What a host gets who means somebody that is not there. */
export function notThere(): Refusal {
  return new Refusal('not-found', 'This person is not in the room.');
}
