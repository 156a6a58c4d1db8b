import type { CallResponse } from '@cyclorama/meeting-contract';
import { authoriseAdmitted, identify, type Caller, type Credentials } from '../access/authorise';
import { Refusal } from '../access/refusal';
import { badToken } from '../access/tokens';
import { keyOf, type ParticipantItem } from '../participants/participant-item';
import type { Services } from '../services';
import type { Call, CallAttendee } from './call';
import { capabilitiesOf } from './capabilities';
import type { JoinableAttendee } from './chime-calls';
import { grant } from './grant';
import { startCall } from './start-call';

/** How many meetings may end between being found and being entered. */
const MOST_TRIES = 3;

/**
 * What it takes to enter the room's meeting, which is made when the first asks, and anew when the
 * service has ended it. Again for the same participant: the same attendee. @throws Refusal
 */
export async function openCall(
  services: Services,
  credentials: Credentials,
): Promise<CallResponse> {
  const caller = await authoriseAdmitted(services, credentials);
  const { room, participant } = caller;
  const { roomId } = room;
  let call = room.call ?? (await startCall(services, roomId, 1));
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const made = await enter(services, call, caller);
    if (made) {
      const attendee = idsOf(call, made);
      await keepAttendee(services, credentials, participant, attendee);
      const entrant = { participant, attendee, given: made.Capabilities };
      const Capabilities = await grant(services, entrant);
      return { Meeting: { ...call.meeting }, Attendee: { ...made, Capabilities } };
    }
    call = await startCall(services, roomId, call.generation + 1);
  }
  throw new Refusal('unavailable', 'The meeting could not be opened. Try again.', 1);
}

function enter({ calls }: Services, { meeting }: Call, { room, participant }: Caller) {
  const { participantId, role } = participant;
  return calls.createAttendee(meeting.MeetingId, participantId, capabilitiesOf(role, room));
}

function idsOf({ meeting }: Call, { AttendeeId }: JoinableAttendee): CallAttendee {
  return { meetingId: meeting.MeetingId, attendeeId: AttendeeId };
}

/** So that whoever removes them finds it; who was removed meanwhile gets none. @throws Refusal */
async function keepAttendee(
  services: Services,
  credentials: Credentials,
  participant: ParticipantItem,
  attendee: CallAttendee,
): Promise<void> {
  const former = await services.participants.exchange(keyOf(participant), {
    update: 'SET #attendee = :attendee',
    condition: '#state = :admitted',
    values: { attendee, admitted: 'admitted' },
  });
  if (!former) {
    await services.calls.deleteAttendee(attendee);
    await identify(services, credentials);
    throw badToken();
  }
  const other = former.attendee;
  if (other?.meetingId === attendee.meetingId && other.attendeeId !== attendee.attendeeId) {
    await services.calls.deleteAttendee(other);
  }
}
