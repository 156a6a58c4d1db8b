import type { ChangeRoomRequest, Room } from '@cyclorama/meeting-contract';
import { ShieldCheck } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { LOOK_AGAIN } from '../room/room-watch';
import { useStore } from '../state/use-store';
import { HOST } from '../texts';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Confirmation } from './confirmation';
import './host.css';
import { useDeed, useIsHost } from './use-host';

/** A button that opens the host's controls; nothing for guests. */
export function HostControls(): ReactElement | null {
  const isHost = useIsHost();
  const [shown, setShown] = useState<'controls' | 'end'>();
  if (!isHost) return null;
  const close = (): void => setShown(undefined);
  return (
    <>
      <IconButton
        icon={ShieldCheck}
        label={HOST.controls}
        aria-haspopup="dialog"
        onClick={() => setShown('controls')}
      />
      {shown === 'controls' && <ControlsDialog onClose={close} onEnd={() => setShown('end')} />}
      {shown === 'end' && <EndDialog onClose={close} />}
    </>
  );
}

/** Asks whether the meeting is to end for all. */
export function EndDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { seat, call } = useRoom();
  const end = async (): Promise<void> => {
    await seat.end();
    // While one is still there to tell.
    call.channel.send(LOOK_AGAIN, {});
    await call.leave({ kind: 'ended' });
  };
  const { endHeading: title, endText: text, endNow: confirm } = HOST;
  return <Confirmation {...{ title, text, confirm, onClose }} deed={end} />;
}

interface ControlsDialogProps {
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

interface Choice {
  readonly label: string;
  readonly hint: string;
  readonly isOn: (room: Room) => boolean;
  readonly change: (isOn: boolean) => ChangeRoomRequest;
}

const CHOICES: readonly Choice[] = [
  {
    label: HOST.waitingRoom,
    hint: HOST.waitingRoomHint,
    isOn: ({ waitingRoom }) => waitingRoom,
    change: (waitingRoom) => ({ waitingRoom }),
  },
  {
    label: HOST.locked,
    hint: HOST.lockedHint,
    isOn: ({ locked }) => locked,
    change: (locked) => ({ locked }),
  },
  {
    label: HOST.sharing,
    hint: HOST.sharingHint,
    isOn: ({ sharing }) => sharing === 'everyone',
    change: (isOn) => ({ sharing: isOn ? 'everyone' : 'host' }),
  },
  {
    label: HOST.drawing,
    hint: HOST.drawingHint,
    isOn: ({ drawing }) => drawing === 'everyone',
    change: (isOn) => ({ drawing: isOn ? 'everyone' : 'host' }),
  },
];

function ControlsDialog({ onClose, onEnd }: ControlsDialogProps): ReactElement {
  return (
    <Dialog title={HOST.controls} onClose={onClose}>
      <div className="host-choices">
        {CHOICES.map((choice) => (
          <ChoiceRow key={choice.label} choice={choice} />
        ))}
      </div>
      <div className="dialog-actions">
        <Button look="danger" onClick={onEnd}>
          {HOST.end}
        </Button>
      </div>
    </Dialog>
  );
}

function ChoiceRow({ choice }: { readonly choice: Choice }): ReactElement {
  const id = useId();
  const { seat, state } = useRoom();
  const { isBusy, problem, perform } = useDeed();
  const isOn = choice.isOn(useStore(state).room);
  // As it was pressed, until the room is as it was wished.
  const [wish, setWish] = useState<boolean>();
  const change = async (wished: boolean): Promise<void> => {
    setWish(wished);
    await perform(async () => {
      const { room, you } = await seat.changeRoom(choice.change(wished));
      state.patch({ room, you });
    });
    setWish(undefined);
  };
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          checked={wish ?? isOn}
          disabled={isBusy}
          aria-describedby={id}
          onChange={({ target }) => void change(target.checked)}
        />
        {choice.label}
      </label>
      <p id={id} className={problem ? 'problem' : 'hint'}>
        {problem ?? choice.hint}
      </p>
    </div>
  );
}
