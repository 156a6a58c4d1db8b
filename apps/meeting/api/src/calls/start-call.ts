import { ended } from '../access/authorise';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import type { Call, ChimeMeeting } from './call';

/** Makes the room's meeting of this generation, unless somebody did already. @throws Refusal */
export async function startCall(
  services: Services,
  roomId: string,
  generation: number,
): Promise<Call> {
  const meeting = await services.calls.createMeeting(roomId, generation);
  const call: Call = { generation, meeting };
  const written = await services.rooms.change(
    { roomId },
    {
      update: 'SET #call = :call',
      condition:
        'attribute_not_exists(#endedAtMs) AND ' +
        '(attribute_not_exists(#call) OR #call.#generation < :generation)',
      values: { call, generation },
    },
  );
  return written ? call : standingCall(services, roomId, meeting);
}

/** The call that others made first: mostly the same, since they asked by the same request token. */
async function standingCall(
  { rooms, calls }: Services,
  roomId: string,
  mine: ChimeMeeting,
): Promise<Call> {
  const room: RoomItem | undefined = await rooms.get({ roomId });
  const open = room?.endedAtMs === undefined ? room?.call : undefined;
  // A meeting that no room knows would run on, paid for, until the service notices that it is empty.
  if (open?.meeting.MeetingId !== mine.MeetingId) await calls.deleteMeeting(mine.MeetingId);
  if (!open) throw ended();
  return open;
}
