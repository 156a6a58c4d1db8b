import type { ChangeRoomRequest, RoomResponse } from '@cyclorama/meeting-contract';
import { authoriseHost, ended, type Credentials } from '../access/authorise';
import { grantAll } from '../calls/grant-all';
import { toParticipant } from '../participants/participant-item';
import type { Services } from '../services';
import { toRoom } from './room-item';

/**
 * Changes what the host may choose; what is not named stays as it is. Who may share holds in the running
 * call, too: where that fails the room has the setting all the same, and the request may be repeated.
 * @throws Refusal
 */
export async function changeRoom(
  services: Services,
  credentials: Credentials,
  change: ChangeRoomRequest,
): Promise<RoomResponse> {
  const { room, participant } = await authoriseHost(services, credentials);
  const settings = Object.keys(change).map((name) => `#${name} = :${name}`);
  const changed = await services.rooms.change(
    { roomId: room.roomId },
    {
      update: `SET ${settings.join(', ')}`,
      condition: 'attribute_not_exists(#endedAtMs)',
      values: change,
    },
  );
  if (!changed) throw ended();
  if (change.sharing !== undefined) await grantAll(services, room.roomId);
  return { room: toRoom(changed), you: toParticipant(participant) };
}
