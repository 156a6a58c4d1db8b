import { LIMITS, type Who } from '@cyclorama/meeting-contract';
import { useState, type ReactElement } from 'react';
import { FRONT } from '../texts';
import { Field } from '../ui/field';
import { passcodeProblem, type RoomDraft } from './room-draft';

interface RoomOptionsProps {
  readonly draft: RoomDraft;
  readonly onChange: (fields: Partial<RoomDraft>) => void;
}

/** What most rooms do without: folded away. */
export function RoomOptions({ draft, onChange }: RoomOptionsProps): ReactElement {
  return (
    <details className="front-options">
      <summary>{FRONT.options}</summary>
      <div className="front-form">
        <label className="check">
          <input
            type="checkbox"
            checked={draft.waitingRoom}
            onChange={({ target }) => onChange({ waitingRoom: target.checked })}
          />
          {FRONT.waitingRoom}
        </label>
        <PasscodeField draft={draft} onChange={onChange} />
        <WhoField
          label={FRONT.sharing}
          who={draft.sharing}
          onChange={(sharing) => onChange({ sharing })}
        />
        <WhoField
          label={FRONT.drawing}
          who={draft.drawing}
          onChange={(drawing) => onChange({ drawing })}
        />
      </div>
    </details>
  );
}

function PasscodeField({ draft, onChange }: RoomOptionsProps): ReactElement {
  // Nobody is told of what they are still typing.
  const [wasLeft, setLeft] = useState(false);
  const problem = wasLeft ? passcodeProblem(draft) : undefined;
  return (
    <Field label={FRONT.passcode} hint={FRONT.passcodeHint} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="text"
          maxLength={LIMITS.passcodeLength}
          autoComplete="off"
          spellCheck={false}
          value={draft.passcode}
          onBlur={() => setLeft(true)}
          onChange={({ target }) => onChange({ passcode: target.value })}
        />
      )}
    </Field>
  );
}

interface WhoFieldProps {
  readonly label: string;
  readonly who: Who;
  readonly onChange: (who: Who) => void;
}

function WhoField({ label, who, onChange }: WhoFieldProps): ReactElement {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={who}
          onChange={({ target }) => onChange(target.value === 'host' ? 'host' : 'everyone')}
        >
          <option value="everyone">{FRONT.who.everyone}</option>
          <option value="host">{FRONT.who.host}</option>
        </select>
      )}
    </Field>
  );
}
