import type { Participant } from '@cyclorama/meeting-contract';
import { useMemo, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { HOST } from '../texts';
import { Button } from '../ui/button';
import './host.css';
import { useDeed, useIsHost } from './use-host';

/** Tells hosts who waits to be let in; nothing where nobody does. */
export function WaitingGuests(): ReactElement | null {
  const { seat, state } = useRoom();
  const { participants } = useStore(state);
  const isHost = useIsHost();
  const waiting = useMemo(
    () => [...participants.values()].filter((person) => person.state === 'waiting'),
    [participants],
  );
  const { isBusy, problem, perform } = useDeed();
  if (!isHost || waiting.length === 0) return null;
  const admitAll = () =>
    perform(async () => {
      for (const { participantId } of waiting) await seat.admit(participantId);
    });
  return (
    <section className="waiting-guests" aria-label={HOST.waiting}>
      <div className="waiting-head">
        <h2>{HOST.waiting}</h2>
        {waiting.length > 1 && (
          <Button look="primary" disabled={isBusy} onClick={() => void admitAll()}>
            {HOST.admitAll(waiting.length)}
          </Button>
        )}
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <ul>
        {waiting.map((person) => (
          <WaitingGuest key={person.participantId} person={person} />
        ))}
      </ul>
    </section>
  );
}

function WaitingGuest({ person }: { readonly person: Participant }): ReactElement {
  const { seat } = useRoom();
  const { isBusy, problem, perform } = useDeed();
  const { participantId, name } = person;
  return (
    <li className="waiting-guest" data-waiting={participantId}>
      <span>{name}</span>
      <Button
        look="quiet"
        aria-label={HOST.turnAwayOne(name)}
        disabled={isBusy}
        onClick={() => void perform(() => seat.remove(participantId))}
      >
        {HOST.turnAway}
      </Button>
      <Button
        aria-label={HOST.admitOne(name)}
        disabled={isBusy}
        onClick={() => void perform(() => seat.admit(participantId))}
      >
        {HOST.admit}
      </Button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
