import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { Talk } from './talk';
import { TalkContext } from './use-talk';

/** Chat, stamps, hands and whiteboard of a room, alive for as long as one is in it. */
export function TalkProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const services = useRoom();
  const [talk] = useState(() => new Talk(services));
  useEffect(() => talk.start(), [talk]);
  return (
    <TalkContext value={talk}>
      {children}
      <p className="unseen" role="status">
        {useStore(talk.announcer.state)}
      </p>
    </TalkContext>
  );
}
