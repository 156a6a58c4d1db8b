import { PhoneOff } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useStore } from '../../state/use-store';
import { ROOM, saidBy } from '../../texts';
import { Button, IconButton } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { useRoom } from '../room-context';
import { LOOK_AGAIN } from '../room-watch';

/** Leaves the meeting; a host may end it for everybody. */
export function LeaveControl(): ReactElement {
  const { call, state } = useRoom();
  const { you } = useStore(state);
  const leave = (): void => void call.leave();
  if (you.role !== 'host') {
    return <IconButton icon={PhoneOff} look="danger" label={ROOM.leave} onClick={leave} />;
  }
  return (
    <Menu icon={PhoneOff} label={ROOM.leave} className="leave-menu">
      {() => (
        <>
          <Button look="quiet" icon={PhoneOff} onClick={leave}>
            {ROOM.leaveOnly}
          </Button>
          <EndForAll />
        </>
      )}
    </Menu>
  );
}

function EndForAll(): ReactElement {
  const { seat, call, refresh } = useRoom();
  const [problem, setProblem] = useState<string>();
  const end = async (): Promise<void> => {
    try {
      await seat.end();
      call.channel.send(LOOK_AGAIN, {});
      refresh();
    } catch (thrown) {
      setProblem(saidBy(thrown));
    }
  };
  return (
    <>
      <Button look="danger" onClick={() => void end()}>
        {ROOM.endForAll}
      </Button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
