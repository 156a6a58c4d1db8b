import type { ParticipantResponse } from '@cyclorama/meeting-contract';
import { authoriseHost, type Credentials } from '../access/authorise';
import { Refusal } from '../access/refusal';
import type { Services } from '../services';
import { findParticipant, notThere } from './find-participant';
import { toParticipant } from './participant-item';

/**
 * Puts somebody out for good. The waiting room is switched on first, so that the same link does not
 * bring them back without the host. May be repeated. @throws Refusal
 */
export async function remove(
  services: Services,
  credentials: Credentials,
  participantId: string,
): Promise<ParticipantResponse> {
  const { room, participant } = await authoriseHost(services, credentials);
  if (participantId === participant.participantId) {
    throw new Refusal('bad-request', 'You cannot remove yourself; leave instead.');
  }
  const { roomId } = room;
  await findParticipant(services, { roomId, participantId });
  await services.rooms.change({ roomId }, closeDoor);
  const removed = await services.participants.change(
    { roomId, participantId },
    {
      // Also whoever has left, and would be forgotten soon, stays out as long as the room is there.
      update: 'SET #state = :removed, #expiresAt = :expiresAt',
      values: { removed: 'removed', expiresAt: room.expiresAt },
    },
  );
  if (!removed) throw notThere();
  if (removed.attendee) await services.calls.deleteAttendee(removed.attendee);
  return { participant: toParticipant(removed) };
}

const closeDoor = { update: 'SET #waitingRoom = :on', values: { on: true } };
