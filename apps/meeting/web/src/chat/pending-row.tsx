import type { ReactElement } from 'react';
import { useTalk } from '../talk/use-talk';
import { CHAT, GENERAL } from '../texts';
import { Button } from '../ui/button';
import { MessageBody } from './message-body';
import type { PendingMessage } from './outbox';

/** What one has said, and the others have not yet. */
export function PendingRow({ pending }: { readonly pending: PendingMessage }): ReactElement {
  const { outbox } = useTalk().chat;
  const { content, problem, requestId } = pending;
  return (
    <li className="message" data-own data-pending={problem ? 'failed' : 'sending'}>
      <div className="message-bubble">
        <MessageBody content={content} />
        {!problem && <small>{CHAT.sending}</small>}
      </div>
      {problem && (
        <div className="message-failed" role="alert">
          <p className="problem">{CHAT.failed(problem)}</p>
          <Button onClick={() => void outbox.retry(requestId)}>{GENERAL.tryAgain}</Button>
          <Button look="quiet" onClick={() => outbox.discard(requestId)}>
            {CHAT.discard}
          </Button>
        </div>
      )}
    </li>
  );
}
