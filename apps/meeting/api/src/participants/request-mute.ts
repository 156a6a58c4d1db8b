import type { ParticipantResponse } from '@cyclorama/meeting-contract';
import { authoriseHost, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { notThere } from './find-participant';
import { toParticipant } from './participant-item';

/** Writes down that a host asks somebody to mute themselves: what all may trust. @throws Refusal */
export async function requestMute(
  services: Services,
  credentials: Credentials,
  participantId: string,
): Promise<ParticipantResponse> {
  const { room } = await authoriseHost(services, credentials);
  const asked = await services.participants.change(
    { roomId: room.roomId, participantId },
    {
      update: 'SET #muteRequestedAtMs = :nowMs',
      condition: '#state = :admitted',
      values: { nowMs: services.now(), admitted: 'admitted' },
    },
  );
  if (!asked) throw notThere();
  return { participant: toParticipant(asked) };
}
