import { CircleQuestionMark } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { ROOM } from '../../texts';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { COMMAND_KEY, SHORTCUTS } from '../shortcuts';

/** What one can do by the keyboard. */
export function HelpButton(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={CircleQuestionMark} label={ROOM.help} onClick={() => setOpen(true)} />
      {isOpen && (
        <Dialog title={ROOM.help} onClose={() => setOpen(false)}>
          <dl className="shortcuts">
            {SHORTCUTS.map(({ key, does }) => (
              <Shortcut
                key={key}
                keys={[COMMAND_KEY, key.toUpperCase()]}
                text={ROOM.shortcuts[does]}
              />
            ))}
            <Shortcut keys={['Tab']} text={ROOM.shortcuts.walk} />
            <Shortcut keys={['Esc']} text={ROOM.shortcuts.close} />
          </dl>
        </Dialog>
      )}
    </>
  );
}

interface ShortcutProps {
  readonly keys: readonly string[];
  readonly text: string;
}

function Shortcut({ keys, text }: ShortcutProps): ReactElement {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
