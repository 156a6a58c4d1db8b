import type { Message } from '@cyclorama/meeting-contract';
import { Pencil, Trash2 } from 'lucide-react';
import { memo, useRef, useState, type ReactElement } from 'react';
import { useTalk } from '../talk/use-talk';
import { CHAT, saidBy } from '../texts';
import { IconButton } from '../ui/button';
import { Composer } from './composer';
import { DeleteQuestion } from './delete-question';
import { MessageBody } from './message-body';
import { timeOf } from './moments';

interface MessageRowProps {
  readonly message: Message;
  readonly isOwn: boolean;
  /** The one before is by the same person, just now: their name need not stand again. */
  readonly isContinued: boolean;
}

/** A message, and what its author can do with it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps): ReactElement {
  const { message, isOwn, isContinued } = props;
  const row = useRef<HTMLLIElement>(null);
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { chat } = useTalk();
  const attempt = (change: Promise<void>): void => {
    setProblem(undefined);
    change.catch((thrown: unknown) => setProblem(saidBy(thrown)));
  };
  const finish = (): void => {
    setIsEditing(false);
    row.current?.focus();
  };
  const { messageId } = message;
  return (
    <li ref={row} className="message" data-own={isOwn} data-message={messageId} tabIndex={-1}>
      {!isContinued && <MessageHead message={message} isOwn={isOwn} />}
      {isEditing && message.kind === 'text' ? (
        <Composer
          label={CHAT.editing}
          text={message.text}
          onCancel={finish}
          onSay={(text) => {
            finish();
            attempt(chat.edit(messageId, text));
          }}
        />
      ) : (
        <div className="message-bubble">
          {message.kind === 'deleted' ? (
            <p className="hint">{CHAT.deleted}</p>
          ) : (
            <MessageBody content={message} />
          )}
          {message.kind === 'text' && message.editedAtMs && <small>({CHAT.edited})</small>}
          {isOwn && message.kind !== 'deleted' && (
            <span className="message-actions">
              {message.kind === 'text' && (
                <IconButton
                  icon={Pencil}
                  look="quiet"
                  label={CHAT.edit}
                  onClick={() => setIsEditing(true)}
                />
              )}
              <IconButton
                icon={Trash2}
                look="quiet"
                label={CHAT.delete}
                onClick={() => setIsDeleting(true)}
              />
            </span>
          )}
        </div>
      )}
      {isDeleting && message.kind !== 'deleted' && (
        <DeleteQuestion
          onDelete={() => attempt(chat.delete(messageId))}
          onClose={() => {
            setIsDeleting(false);
            row.current?.focus();
          }}
        />
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
});

function MessageHead({ message, isOwn }: Pick<MessageRowProps, 'message' | 'isOwn'>): ReactElement {
  const { senderName, sentAtMs } = message;
  return (
    <p className="message-head">
      <strong>{isOwn ? CHAT.you : senderName}</strong>{' '}
      <time dateTime={new Date(sentAtMs).toISOString()}>{timeOf(sentAtMs)}</time>
    </p>
  );
}
