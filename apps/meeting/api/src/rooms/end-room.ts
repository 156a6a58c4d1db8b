import { identify, noSuchRoom, requireHost, type Credentials } from '../access/authorise';
import type { Services } from '../services';

/** Ends the room for all and for good. May be repeated. @throws Refusal */
export async function endRoom(services: Services, credentials: Credentials): Promise<void> {
  const caller = await identify(services, credentials);
  requireHost(caller);
  const { roomId } = caller.room;
  // From here on no call is kept: whoever opens one meanwhile deletes it.
  const room = await services.rooms.change(
    { roomId },
    {
      update: 'SET #endedAtMs = if_not_exists(#endedAtMs, :nowMs)',
      values: { nowMs: services.now() },
    },
  );
  if (!room) throw noSuchRoom();
  if (room.call) await services.calls.deleteMeeting(room.call.meeting.MeetingId);
}
