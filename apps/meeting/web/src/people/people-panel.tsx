import type { ReactElement } from 'react';
import { inviteLink } from '../address/invite';
import { useRaisedHands } from '../hands/use-raised-hands';
import { WaitingGuests } from '../host/waiting-guests';
import { useRoom } from '../room/room-context';
import { PEOPLE } from '../texts';
import { CopyLink } from '../ui/copy-link';
import './people.css';
import { PersonRow } from './person-row';
import { usePeople } from './use-people';

/** Who is in, who waits, and what brings others in. */
export function PeoplePanel(): ReactElement {
  const { invite } = useRoom();
  const people = usePeople();
  const hands = useRaisedHands();
  const { label, action, failure } = PEOPLE.invite;
  return (
    <div className="people-panel">
      <WaitingGuests />
      <ul className="people-list" aria-label={PEOPLE.inCall(people.length)}>
        {people.map((person) => (
          <PersonRow
            key={person.participantId}
            person={person}
            hasRaisedHand={hands.includes(person.participantId)}
          />
        ))}
      </ul>
      <CopyLink label={label} link={inviteLink(invite)} action={action} failure={failure} />
    </div>
  );
}
