import type { RoomResponse } from '@cyclorama/meeting-contract';
import { authorise, type Credentials } from '../access/authorise';
import { toParticipant } from '../participants/participant-item';
import type { Services } from '../services';
import { toRoom } from './room-item';

/** The room, and oneself in it: also for those who wait. @throws Refusal */
export async function showRoom(
  services: Services,
  credentials: Credentials,
): Promise<RoomResponse> {
  const { room, participant } = await authorise(services, credentials);
  return { room: toRoom(room), you: toParticipant(participant) };
}
