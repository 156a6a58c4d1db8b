import type { ReactElement } from 'react';
import { CHAT, GENERAL } from '../texts';
import { Button } from '../ui/button';

interface DeleteQuestionProps {
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Nothing brings a message back, and the button stands beside another. */
export function DeleteQuestion({ onDelete, onClose }: DeleteQuestionProps): ReactElement {
  const confirm = (): void => {
    onDelete();
    onClose();
  };
  return (
    <div className="message-question" role="group" aria-label={CHAT.deleteQuestion}>
      <p>{CHAT.deleteQuestion}</p>
      <Button onClick={confirm}>{CHAT.deleteNow}</Button>
      <Button look="quiet" autoFocus onClick={onClose}>
        {GENERAL.cancel}
      </Button>
    </div>
  );
}
