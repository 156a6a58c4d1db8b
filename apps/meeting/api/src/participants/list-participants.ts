import type { ParticipantsQuery, ParticipantsResponse } from '@cyclorama/meeting-contract';
import { authoriseAdmitted, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { toParticipant, type ParticipantItem } from './participant-item';

/** Who is in the room; hosts see who waits, too. @throws Refusal */
export async function listParticipants(
  services: Services,
  credentials: Credentials,
  { after, limit }: ParticipantsQuery,
): Promise<ParticipantsResponse> {
  const { room, participant } = await authoriseAdmitted(services, credentials);
  const { roomId } = room;
  const also = participant.role === 'host' ? 'waiting' : 'admitted';
  const found: ParticipantItem[] = [];
  let last = after === undefined ? undefined : { roomId, participantId: after };
  do {
    const page = await services.participants.query({
      keys: '#roomId = :roomId',
      filter: '#state IN (:admitted, :also)',
      values: { roomId, admitted: 'admitted', also },
      limit: limit - found.length,
      after: last,
    });
    found.push(...page.items);
    last = page.last as typeof last;
  } while (last && found.length < limit);
  return answer(found, last !== undefined);
}

function answer(found: readonly ParticipantItem[], more: boolean): ParticipantsResponse {
  const next = more ? found.at(-1)?.participantId : undefined;
  return { participants: found.map(toParticipant), ...(next !== undefined && { next }) };
}
