import { PhoneOff } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { EndDialog } from '../../host/host-controls';
import { useStore } from '../../state/use-store';
import { ROOM } from '../../texts';
import { Button, IconButton } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { useRoom } from '../room-context';

/** Leaves the meeting; a host may end it for everybody. */
export function LeaveControl(): ReactElement {
  const { call, state } = useRoom();
  const { you } = useStore(state);
  const [isEnding, setEnding] = useState(false);
  const leave = (): void => void call.leave();
  if (you.role !== 'host') {
    return <IconButton icon={PhoneOff} look="danger" label={ROOM.leave} onClick={leave} />;
  }
  return (
    <>
      <Menu icon={PhoneOff} label={ROOM.leave} className="leave-menu">
        {(close) => (
          <>
            <Button look="quiet" icon={PhoneOff} onClick={leave}>
              {ROOM.leaveOnly}
            </Button>
            <Button
              look="danger"
              onClick={() => {
                close();
                setEnding(true);
              }}
            >
              {ROOM.endForAll}
            </Button>
          </>
        )}
      </Menu>
      {isEnding && <EndDialog onClose={() => setEnding(false)} />}
    </>
  );
}
