import { LIMITS } from '@cyclorama/meeting-contract';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { inviteFragment } from '../address/invite';
import { rememberHost } from '../memory/host-secrets';
import { rememberRoom } from '../memory/recent-rooms';
import { createRoom } from '../server/rooms';
import { FRONT, saidBy } from '../texts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { FIRST_DRAFT, newRoomOf, passcodeProblem, type RoomDraft } from './room-draft';
import { RoomOptions } from './room-options';

/** Makes a room, and goes into its lobby. */
export function CreateRoom(): ReactElement {
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const create = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const wrong = passcodeProblem(draft);
    setProblem(wrong);
    if (isBusy || wrong) return;
    setBusy(true);
    try {
      await makeAndEnter(draft);
    } catch (thrown) {
      setProblem(saidBy(thrown));
      setBusy(false);
    }
  };
  const change = (fields: Partial<RoomDraft>): void => {
    setProblem(undefined);
    setDraft({ ...draft, ...fields });
  };
  return (
    <section className="card">
      <h2>{FRONT.createHeading}</h2>
      <form className="front-form" onSubmit={(event) => void create(event)}>
        <Field label={FRONT.roomName}>
          {(control) => (
            <input
              {...control}
              type="text"
              placeholder={FRONT.usualName}
              maxLength={LIMITS.roomNameLength}
              autoComplete="off"
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <RoomOptions draft={draft} onChange={change} />
        <Button type="submit" look="primary" aria-disabled={isBusy}>
          {isBusy ? FRONT.creating : FRONT.create}
        </Button>
        <p className="problem" role="alert">
          {problem}
        </p>
      </form>
    </section>
  );
}

async function makeAndEnter(draft: RoomDraft): Promise<void> {
  const { room, secret, hostSecret } = await createRoom(newRoomOf(draft));
  const { roomId, name, expiresAtMs } = room;
  rememberHost(roomId, hostSecret);
  rememberRoom({ roomId, secret, name, expiresAtMs });
  location.hash = inviteFragment({ roomId, secret });
}
