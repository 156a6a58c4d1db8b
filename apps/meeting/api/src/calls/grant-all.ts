import type { Who } from '@cyclorama/meeting-contract';
import type { ParticipantItem } from '../participants/participant-item';
import type { RoomItem } from '../rooms/room-item';
import type { Services } from '../services';
import type { CallAttendee } from './call';
import { capabilitiesOf } from './capabilities';

/** How often people may go between being found and being named. */
const MOST_TRIES = 3;
/** Of a meeting's attendees. */
const PAGE_SIZE = 250;

/** A participant who is in the call. */
interface Present extends ParticipantItem {
  readonly attendee: CallAttendee;
}

/** A room whose call has begun. */
type OpenRoom = RoomItem & Required<Pick<RoomItem, 'call'>>;

/**
 * Gives all who are in the room's call what the room lets them do. May be repeated, and by several at
 * once: whoever is the last to write sees that it is what the room says.
 */
export async function grantAll(services: Services, roomId: string): Promise<void> {
  let granted: Who | undefined;
  for (;;) {
    const room = await services.rooms.get({ roomId });
    if (!room?.call || room.sharing === granted) return;
    await grantIn(services, { ...room, call: room.call });
    granted = room.sharing;
  }
}

/** One request for all guests, since a full room of single ones would take longer than we may. */
async function grantIn(services: Services, room: OpenRoom): Promise<void> {
  const { MeetingId } = room.call.meeting;
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const excepted = exceptionsAmong(await findPresent(services, room));
    const [first, ...others] = excepted;
    if (first === undefined) return;
    const guests = capabilitiesOf('guest', room);
    const found = await services.calls.allowAllBut(MeetingId, [first, ...others], guests);
    if (found) return grantRest(services, room, new Set(excepted));
  }
  // The meeting has ended: whoever opens the next one gets what the room says then.
}

/** The hosts; where none is in the call, anybody, since the service wants one at least. */
function exceptionsAmong(present: readonly Present[]): readonly string[] {
  const hosts = present.filter(({ role }) => role === 'host');
  return (hosts.length > 0 ? hosts : present.slice(0, 1)).map(idOf);
}

/** Hosts who came meanwhile, and a guest who was excepted for want of a host. */
async function grantRest(services: Services, room: OpenRoom, excepted: ReadonlySet<string>) {
  const present = await findPresent(services, room);
  const rest = present.filter((one) => (one.role === 'host') !== excepted.has(idOf(one)));
  await Promise.all(
    rest.map(({ role, attendee }) => services.calls.allow(attendee, capabilitiesOf(role, room))),
  );
}

async function findPresent({ participants }: Services, { roomId, call }: OpenRoom) {
  const { MeetingId: meetingId } = call.meeting;
  const found: ParticipantItem[] = [];
  let after: { roomId: string; participantId: string } | undefined;
  do {
    const page = await participants.query({
      keys: '#roomId = :roomId',
      filter: '#state = :admitted AND #attendee.#meetingId = :meetingId',
      values: { roomId, admitted: 'admitted', meetingId },
      limit: PAGE_SIZE,
      after,
    });
    found.push(...page.items);
    after = page.last as typeof after;
  } while (after);
  return found.filter((item): item is Present => item.attendee !== undefined);
}

const idOf = ({ attendee }: Present): string => attendee.attendeeId;
