import type { Message } from '@cyclorama/meeting-contract';
import { ArrowDown } from 'lucide-react';
import { Fragment, useRef, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { useTalk } from '../talk/use-talk';
import { CHAT, GENERAL } from '../texts';
import { Button } from '../ui/button';
import './chat.css';
import { Composer } from './composer';
import { MessageRow } from './message-row';
import { dayOf } from './moments';
import { PendingRow } from './pending-row';
import { useFirstFocus } from './use-first-focus';
import { useLook } from './use-look';
import { useScroll } from './use-scroll';

/** The chat: what was said, and where one says something. */
export function ChatPanel(): ReactElement {
  const { chat } = useTalk();
  const { messages } = useStore(chat.log.state);
  const pending = useStore(chat.outbox.state);
  const list = useRef<HTMLDivElement>(null);
  const waiting = pending.at(-1);
  // What went wrong stands below it, and is to be seen too.
  const last = waiting ? `${waiting.requestId} ${waiting.problem}` : messages.at(-1)?.messageId;
  const { hasNew, measure, toEnd } = useScroll(list, messages[0]?.messageId, last);
  useLook(chat.log, list);
  const panel = useRef<HTMLElement>(null);
  useFirstFocus(panel);
  const say = (text: string): void => {
    void chat.outbox.send({ kind: 'text', text });
    toEnd();
  };
  return (
    <section ref={panel} className="chat" aria-label={CHAT.heading}>
      {/* What is new is announced elsewhere, also while this is closed. */}
      <div
        ref={list}
        className="chat-log"
        role="log"
        aria-live="off"
        aria-label={CHAT.log}
        tabIndex={0}
        onScroll={measure}
      >
        <ChatStart />
        <Messages messages={messages} />
        <ol className="messages">
          {pending.map((each) => (
            <PendingRow key={each.requestId} pending={each} />
          ))}
        </ol>
      </div>
      {hasNew && (
        <Button className="chat-newest" look="primary" icon={ArrowDown} onClick={toEnd}>
          {CHAT.toNewest}
        </Button>
      )}
      <Composer label={CHAT.write} onSay={say} />
    </section>
  );
}

/** What stands before the first message. */
function ChatStart(): ReactElement | null {
  const { chat } = useTalk();
  const { isReady, hasOlder, isLoading, problem, messages } = useStore(chat.log.state);
  const pending = useStore(chat.outbox.state);
  const load = (): void => void chat.load();
  if (isLoading) return <p className="chat-start hint">{CHAT.loading}</p>;
  if (problem !== undefined) {
    return (
      <div className="chat-start" role="alert">
        <p className="problem">{problem}</p>
        <Button onClick={load}>{GENERAL.tryAgain}</Button>
      </div>
    );
  }
  if (hasOlder) {
    return (
      <div className="chat-start">
        <Button look="quiet" onClick={load}>
          {CHAT.older}
        </Button>
      </div>
    );
  }
  const isEmpty = isReady && messages.length + pending.length === 0;
  return isEmpty ? <p className="chat-start hint">{CHAT.empty}</p> : null;
}

/** What one person says within this time needs their name once. */
const BREATH_MS = 180_000;

function Messages({ messages }: { readonly messages: readonly Message[] }): ReactElement {
  const { participantId } = useRoom().seat;
  return (
    <ol className="messages">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay = !before || dayOf(before.sentAtMs) !== dayOf(message.sentAtMs);
        const isContinued =
          !isNewDay &&
          before.senderId === message.senderId &&
          message.sentAtMs - before.sentAtMs < BREATH_MS;
        return (
          <Fragment key={message.messageId}>
            {isNewDay && <li className="day">{dayOf(message.sentAtMs)}</li>}
            <MessageRow
              message={message}
              isOwn={message.senderId === participantId}
              isContinued={isContinued}
            />
          </Fragment>
        );
      })}
    </ol>
  );
}
