import { X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { inviteFragment } from '../address/invite';
import { recallHost } from '../memory/host-secrets';
import { forgetRoom, recallRooms } from '../memory/recent-rooms';
import { FRONT } from '../texts';
import { IconButton } from '../ui/button';

/** The rooms that one was in, by this browser; nothing where there are none. */
export function RecentRooms(): ReactElement | null {
  const [rooms, setRooms] = useState(recallRooms);
  const forget = (roomId: string): void => {
    forgetRoom(roomId);
    setRooms(recallRooms());
  };
  if (rooms.length === 0) return null;
  return (
    <section className="card recent-rooms">
      <h2>{FRONT.recentHeading}</h2>
      <p className="hint">{FRONT.recentHint}</p>
      <ul>
        {rooms.map(({ roomId, secret, name }) => (
          <li key={roomId}>
            <a href={inviteFragment({ roomId, secret })}>{name}</a>
            {recallHost(roomId) && <span className="host-mark">{FRONT.host}</span>}
            <IconButton
              icon={X}
              look="quiet"
              label={FRONT.forget(name)}
              onClick={() => forget(roomId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
