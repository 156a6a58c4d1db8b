import { useEffect, useState, type ReactElement } from 'react';
import { useRoom } from '../room/room-context';
import { useStore } from '../state/use-store';
import { HOST } from '../texts';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/**
 * Tells that a host asks one to mute oneself; nothing where none does. Nobody's microphone is
 * switched by anybody else.
 */
export function MuteRequestNotice(): ReactElement {
  const { media, state } = useRoom();
  const { isMuted } = useStore(media.microphone);
  const askedAtMs = useStore(state).you.muteRequestedAtMs ?? 0;
  // What was asked before one came was answered then.
  const [answeredAtMs, setAnswered] = useState(askedAtMs);
  const isAsked = askedAtMs > answeredAtMs && !isMuted;
  // Who is muted already has nothing to answer.
  useEffect(() => {
    if (isMuted) setAnswered(askedAtMs);
  }, [isMuted, askedAtMs]);
  const answer = (): void => setAnswered(askedAtMs);
  const actions = (
    <>
      <Button
        look="primary"
        onClick={() => {
          media.microphone.patch({ isMuted: true });
          answer();
        }}
      >
        {HOST.muteNow}
      </Button>
      <Button look="quiet" onClick={answer}>
        {HOST.stayOn}
      </Button>
    </>
  );
  return (
    <div role="status" data-mute-request={isAsked}>
      {isAsked && <Notice actions={actions}>{HOST.muteAsked}</Notice>}
    </div>
  );
}
