import type { ParticipantsQuery, ParticipantsResponse } from '@cyclorama/meeting-contract';
import { authoriseAdmitted, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { findPeople } from './find-people';
import { toParticipant, type ParticipantItem } from './participant-item';

/** Who is in the room; hosts see who waits, too. @throws Refusal */
export async function listParticipants(
  services: Services,
  credentials: Credentials,
  { after, limit }: ParticipantsQuery,
): Promise<ParticipantsResponse> {
  const { room, participant } = await authoriseAdmitted(services, credentials);
  const { roomId } = room;
  const states = participant.role === 'host' ? SEEN_BY_HOSTS : SEEN_BY_ALL;
  const found = await findPeople(services, { roomId, states, after, most: limit + 1 });
  return answer(found, limit);
}

const SEEN_BY_ALL = ['admitted'] as const;
const SEEN_BY_HOSTS = ['admitted', 'waiting'] as const;

/** One more than the page tells that there is another. */
function answer(found: readonly ParticipantItem[], limit: number): ParticipantsResponse {
  const page = found.slice(0, limit);
  const next = found.length > limit ? page.at(-1)?.participantId : undefined;
  return { participants: page.map(toParticipant), ...(next !== undefined && { next }) };
}
