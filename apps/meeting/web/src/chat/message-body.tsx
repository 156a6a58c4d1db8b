import type { ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { StampPicture } from '../stamps/stamp-picture';
import { useStore } from '../state/use-store';
import { CHAT } from '../texts';
import type { Content } from './chat-topic';
import { MessageText } from './message-text';

/** What was said: words, or a stamp and for whom it is. */
export function MessageBody({ content }: { readonly content: Content }): ReactElement {
  if (content.kind === 'text') return <MessageText text={content.text} />;
  return (
    <p className="message-stamp">
      <StampPicture stamp={content.stamp} />
      {content.target !== undefined && <Target participantId={content.target} />}
    </p>
  );
}

function Target({ participantId }: { readonly participantId: string }): ReactElement {
  const { state } = useRoom();
  const name = useStore(state).participants.get(participantId)?.name;
  return <small>{CHAT.stampTo(name ?? CHAT.somebody)}</small>;
}
