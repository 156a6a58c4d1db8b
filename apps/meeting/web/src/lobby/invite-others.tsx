import type { ReactElement } from 'react';
import { inviteLink, type Invite } from '../address/invite';
import { LOBBY } from '../texts';
import { CopyLink } from '../ui/copy-link';

/** For who has made the room: what brings the others in. */
export function InviteOthers({ invite }: { readonly invite: Invite }): ReactElement {
  const { heading, text, link, copy, failed } = LOBBY.invite;
  return (
    <section className="card">
      <h2>{heading}</h2>
      <p className="hint">{text}</p>
      <CopyLink label={link} link={inviteLink(invite)} action={copy} failure={failed} />
    </section>
  );
}
