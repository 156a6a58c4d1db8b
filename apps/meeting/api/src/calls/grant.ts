import type { AttendeeCapabilities } from '@aws-sdk/client-chime-sdk-meetings';
import { noSuchRoom } from '../access/authorise';
import type { ParticipantItem } from '../participants/participant-item';
import type { Services } from '../services';
import type { CallAttendee } from './call';
import { capabilitiesOf } from './capabilities';

/** Somebody who has just entered a call. */
export interface Entrant {
  readonly participant: ParticipantItem;
  readonly attendee: CallAttendee;
  /** What the attendee was made with, or has from an earlier time. */
  readonly given: AttendeeCapabilities | undefined;
}

/**
 * Gives an attendee what the room lets them do now that all can find them: a change while they were
 * being made has missed them. @returns what they have then. @throws Refusal
 */
export async function grant(
  { rooms, calls }: Services,
  { participant: { roomId, role }, attendee, given }: Entrant,
): Promise<AttendeeCapabilities> {
  // Whoever changes the room takes whom they do not find for a guest, so a host is given it again.
  let former = role === 'host' ? undefined : given;
  for (;;) {
    const room = await rooms.get({ roomId });
    if (!room) throw noSuchRoom();
    const wanted = capabilitiesOf(role, room);
    if (former?.Content === wanted.Content) return wanted;
    await calls.allow(attendee, wanted);
    former = wanted;
  }
}
