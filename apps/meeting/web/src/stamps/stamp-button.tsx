import { STAMP_IDS, STAMPS } from '@cyclorama/meeting-contract';
import { Smile } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { STAMP_TEXTS } from '../texts';
import { Field } from '../ui/field';
import { Menu } from '../ui/menu';
import { StampPicture } from './stamp-picture';
import './stamps.css';

/** Opens the stamps, and posts the one that is chosen. */
export function StampButton({ onChoose }: { readonly onChoose?: () => void }): ReactElement {
  const { seat, state } = useRoom();
  const { outbox } = useTalk().chat;
  const { participants } = useStore(state);
  const [chosen, setTarget] = useState('');
  const others = [...participants.values()].filter(
    (person) => person.participantId !== seat.participantId && person.state === 'admitted',
  );
  // Who has left is nobody's target any more.
  const target = others.some((person) => person.participantId === chosen) ? chosen : '';
  return (
    <Menu icon={Smile} label={STAMP_TEXTS.open} className="stamp-menu">
      {(close) => (
        <>
          <div className="stamps" role="group" aria-label={STAMP_TEXTS.choose}>
            {STAMP_IDS.map((stamp) => (
              <button
                key={stamp}
                type="button"
                aria-label={STAMPS[stamp].label}
                title={STAMPS[stamp].label}
                data-stamp={stamp}
                onClick={() => {
                  void outbox.send({ kind: 'stamp', stamp, ...(target && { target }) });
                  close();
                  onChoose?.();
                }}
              >
                <StampPicture stamp={stamp} isDecoration />
              </button>
            ))}
          </div>
          <Field label={STAMP_TEXTS.target}>
            {(control) => (
              <select
                {...control}
                value={target}
                onChange={(event) => setTarget(event.target.value)}
              >
                <option value="">{STAMP_TEXTS.ownTile}</option>
                {others.map(({ participantId, name }) => (
                  <option key={participantId} value={participantId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
    </Menu>
  );
}
