import { STAMPS } from '@cyclorama/meeting-contract';
import type { ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { CHAT } from '../texts';
import type { Content } from './chat-topic';
import { MessageText } from './message-text';

/** What was said: words, or a stamp and for whom it is. */
export function MessageBody({ content }: { readonly content: Content }): ReactElement {
  if (content.kind === 'text') return <MessageText text={content.text} />;
  const { emoji, label } = STAMPS[content.stamp];
  return (
    <p className="message-stamp">
      <span role="img" aria-label={label}>
        {emoji}
      </span>
      {content.target !== undefined && <Target participantId={content.target} />}
    </p>
  );
}

function Target({ participantId }: { readonly participantId: string }): ReactElement {
  const { state } = useRoom();
  const name = useStore(state).participants.get(participantId)?.name;
  return <small>{CHAT.stampTo(name ?? CHAT.somebody)}</small>;
}
