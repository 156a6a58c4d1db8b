import type { ChangeRoomRequest, RoomResponse } from '@cyclorama/meeting-contract';
import { authoriseHost, ended, type Credentials } from '../access/authorise';
import { toParticipant } from '../participants/participant-item';
import type { Services } from '../services';
import { toRoom } from './room-item';

/** Changes what the host may choose; what is not named stays as it is. @throws Refusal */
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
  return { room: toRoom(changed), you: toParticipant(participant) };
}
