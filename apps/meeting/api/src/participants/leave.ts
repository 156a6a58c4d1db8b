import { identify, type Credentials } from '../access/authorise';
import type { Services } from '../services';
import { keyOf } from './participant-item';

/** Takes oneself out of the room. May be repeated. @throws Refusal */
export async function leave(services: Services, credentials: Credentials): Promise<void> {
  const { participant } = await identify(services, credentials);
  const former = await services.participants.exchange(keyOf(participant), {
    update: 'SET #state = :left',
    condition: '#state <> :removed',
    values: { left: 'left', removed: 'removed' },
  });
  if (former?.attendee) await services.calls.deleteAttendee(former.attendee);
}
