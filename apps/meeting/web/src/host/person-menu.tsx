import { EllipsisVertical, Hand, MicOff, UserMinus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { HOST } from '../texts';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { Confirmation } from './confirmation';
import './host.css';
import { useDeed, useIsHost } from './use-host';

interface PersonMenuProps {
  readonly participantId: string;
}

/** What a host can do about somebody; nothing for guests, and for oneself. */
export function PersonMenu({ participantId }: PersonMenuProps): ReactElement | null {
  const { seat, state } = useRoom();
  const name = useStore(state).participants.get(participantId)?.name;
  const [isRemoving, setIsRemoving] = useState(false);
  const isHost = useIsHost();
  if (!isHost || name === undefined || participantId === seat.participantId) return null;
  return (
    <>
      <Menu icon={EllipsisVertical} label={HOST.actionsFor(name)} className="person-menu">
        {(close) => (
          <Actions
            participantId={participantId}
            onDone={close}
            onRemove={() => {
              close();
              setIsRemoving(true);
            }}
          />
        )}
      </Menu>
      {isRemoving && (
        <Confirmation
          title={HOST.removeHeading(name)}
          text={HOST.removeText}
          confirm={HOST.removeNow}
          deed={() => seat.remove(participantId)}
          onClose={() => setIsRemoving(false)}
        />
      )}
    </>
  );
}

interface ActionsProps extends PersonMenuProps {
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

function Actions({ participantId, onDone, onRemove }: ActionsProps): ReactElement {
  const { seat } = useRoom();
  const { hands } = useTalk();
  const isUp = useStore(hands.state).has(participantId);
  const { isBusy, problem, perform } = useDeed();
  const ask = async (): Promise<void> => {
    if (await perform(() => seat.requestMute(participantId))) onDone();
  };
  return (
    <>
      <Button look="quiet" icon={MicOff} disabled={isBusy} onClick={() => void ask()}>
        {HOST.askToMute}
      </Button>
      {isUp && (
        <Button
          look="quiet"
          icon={Hand}
          onClick={() => {
            hands.lower(participantId);
            onDone();
          }}
        >
          {HOST.lowerHand}
        </Button>
      )}
      <Button look="quiet" icon={UserMinus} onClick={onRemove}>
        {HOST.remove}
      </Button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
