import type { ParticipantResponse } from '@cyclorama/meeting-contract';
import { authoriseHost, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { findParticipant, notThere } from './find-participant';
import { toParticipant } from './participant-item';

/** Lets in somebody who waits. May be repeated. @throws Refusal */
export async function admit(
  services: Services,
  credentials: Credentials,
  participantId: string,
): Promise<ParticipantResponse> {
  await authoriseHost(services, credentials);
  const key = { roomId: credentials.roomId, participantId };
  const admitted = await services.participants.change(key, {
    update: 'SET #state = :admitted',
    condition: '#state = :waiting',
    values: { admitted: 'admitted', waiting: 'waiting' },
  });
  const item = admitted ?? (await findParticipant(services, key));
  if (item.state !== 'admitted') throw notThere();
  return { participant: toParticipant(item) };
}
