import { useId, type ReactElement } from 'react';
import { GENERAL } from '../texts';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import './host.css';
import { useDeed } from './use-host';

interface ConfirmationProps {
  readonly title: string;
  /** What comes of it. */
  readonly text: string;
  readonly confirm: string;
  readonly deed: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before what cannot be taken back. */
export function Confirmation(props: ConfirmationProps): ReactElement {
  const { title, text, confirm, deed, onClose } = props;
  const id = useId();
  const { isBusy, problem, perform } = useDeed();
  const go = async (): Promise<void> => {
    if (await perform(deed)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p id={id}>{text}</p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>{GENERAL.cancel}</Button>
        <Button look="danger" aria-describedby={id} disabled={isBusy} onClick={() => void go()}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
