import { identify, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { keyOf } from './participant-item';

/** Long enough to come back; then nobody reads of those who came and went. */
const KEPT_SECONDS = 60 * 60;

/** Takes oneself out of the room. May be repeated. @throws Refusal */
export async function leave(services: Services, credentials: Credentials): Promise<void> {
  const { room, participant } = await identify(services, credentials);
  const soon = Math.floor(services.now() / 1_000) + KEPT_SECONDS;
  const former = await services.participants.exchange(keyOf(participant), {
    update: 'SET #state = :left, #expiresAt = :expiresAt',
    condition: '#state <> :removed',
    values: { left: 'left', removed: 'removed', expiresAt: Math.min(soon, room.expiresAt) },
  });
  if (former?.attendee) await services.calls.deleteAttendee(former.attendee);
}
