import { useEffect, useRef, useState, type SyntheticEvent, type ReactElement } from 'react';
import type { Invite } from '../address/invite';
import type { LocalMedia } from '../media/local-media';
import { recallHost } from '../memory/host-secrets';
import { joinRequestId } from '../memory/join-request';
import { joinRoom } from '../server/rooms';
import { Seat } from '../server/seat';
import { useStore } from '../state/use-store';
import { LOBBY, saidBy } from '../texts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

interface LobbyPageProps {
  readonly invite: Invite;
  readonly media: LocalMedia;
  readonly onJoin: (seat: Seat) => void;
}

/** Where one sees oneself as others will, before one joins. */
export function LobbyPage({ invite, media, onJoin }: LobbyPageProps): ReactElement {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const { output } = useStore(media.camera.state);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => void media.camera.open(), [media]);
  useEffect(() => {
    if (video.current) video.current.srcObject = output ?? null;
  }, [output]);
  const join = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const { roomId, secret } = invite;
    const hostSecret = recallHost(roomId);
    const request = {
      secret,
      name,
      requestId: joinRequestId(roomId),
      ...(hostSecret && { hostSecret }),
    };
    try {
      const { participant, token } = await joinRoom(roomId, request);
      onJoin(new Seat(roomId, participant.participantId, token));
    } catch (thrown) {
      setProblem(saidBy(thrown));
    }
  };
  return (
    <main className="card">
      <h1>{LOBBY.heading}</h1>
      <video ref={video} autoPlay playsInline muted />
      <form onSubmit={(event) => void join(event)}>
        <Field label={LOBBY.name} problem={problem}>
          {(control) => (
            <input {...control} value={name} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <Button type="submit" look="primary">
          {LOBBY.join}
        </Button>
      </form>
    </main>
  );
}
