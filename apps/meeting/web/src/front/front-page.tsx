import { useState, type SyntheticEvent, type ReactElement } from 'react';
import { inviteFragment } from '../address/invite';
import { rememberHost } from '../memory/host-secrets';
import { createRoom } from '../server/rooms';
import { FRONT, saidBy } from '../texts';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

/** Where a room is made, or an invite link opened. */
export function FrontPage(): ReactElement {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const create = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    try {
      const options = { waitingRoom: false, sharing: 'everyone', drawing: 'everyone' } as const;
      const { room, secret, hostSecret } = await createRoom({ name, options });
      rememberHost(room.roomId, hostSecret);
      location.hash = inviteFragment({ roomId: room.roomId, secret });
    } catch (thrown) {
      setProblem(saidBy(thrown));
    }
  };
  return (
    <main className="card">
      <h1>{FRONT.heading}</h1>
      <form onSubmit={(event) => void create(event)}>
        <Field label={FRONT.roomName} problem={problem}>
          {(control) => (
            <input {...control} value={name} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <Button type="submit" look="primary">
          {FRONT.create}
        </Button>
      </form>
    </main>
  );
}
