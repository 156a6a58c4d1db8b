import { LIMITS } from '@cyclorama/meeting-contract';
import { Check, SendHorizontal, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { CHAT, GENERAL } from '../texts';
import { IconButton } from '../ui/button';

interface ComposerProps {
  readonly label: string;
  readonly text?: string;
  readonly onSay: (text: string) => void;
  /** Where a message is changed: leaves it as it was. */
  readonly onCancel?: () => void;
}

/** So few characters before the limit one is told. */
const NEAR = 200;

/** Where one writes: Enter sends, with Shift it begins a line, Escape gives up. */
export function Composer({ label, text = '', onSay, onCancel }: ComposerProps): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState(text);
  const left = LIMITS.messageLength - draft.trim().length;
  const canSay = draft.trim() !== '' && left >= 0;
  const say = (): void => {
    if (!canSay) return;
    onSay(draft.trim());
    setDraft('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed, Enter chooses it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      say();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <textarea
        rows={1}
        aria-label={label}
        aria-describedby={id}
        aria-invalid={left < 0}
        placeholder={CHAT.placeholder}
        value={draft}
        autoFocus={onCancel !== undefined}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
      />
      {onCancel && <IconButton icon={X} look="quiet" label={GENERAL.cancel} onClick={onCancel} />}
      <IconButton
        type="submit"
        look="primary"
        icon={onCancel ? Check : SendHorizontal}
        label={onCancel ? CHAT.save : CHAT.send}
        disabled={!canSay}
      />
      <p id={id} className={left < 0 ? 'problem' : 'hint'}>
        {left < NEAR && (left < 0 ? CHAT.tooLong(-left) : CHAT.left(left))}
      </p>
    </form>
  );
}
