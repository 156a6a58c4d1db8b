import type { Participant } from '@cyclorama/meeting-contract';
import { describe, expect, it } from 'vitest';
import { gather } from './gather';

const participant = (participantId: string, name: string): Participant => ({
  ...{ participantId, name, role: 'guest', state: 'admitted', joinedAtMs: 1 },
});
const you = participant('you', 'Ada');
const known = new Map([you, participant('ben', 'Ben')].map((each) => [each.participantId, each]));
const attendee = (externalUserId: string) => ({
  ...{ externalUserId, chimeAttendeeId: `attendee-${externalUserId}` },
});

describe('people', () => {
  it('are those in the call, oneself first', () => {
    const people = gather([attendee('ben'), attendee('you')], known, you);
    expect(people.map(({ name, isYou, attendeeId }) => [name, isYou, attendeeId])).toEqual([
      ['Ada', true, 'attendee-you'],
      ['Ben', false, 'attendee-ben'],
    ]);
  });

  it('are oneself before the call knows one', () => {
    expect(gather([], known, you)).toMatchObject([{ name: 'Ada', attendeeId: undefined }]);
  });

  it('have no name that the API does not tell', () => {
    expect(gather([attendee('Mallory, host')], known, you)[1]).toMatchObject({
      ...{ name: 'Somebody', role: 'guest', participantId: 'Mallory, host' },
    });
  });
});
