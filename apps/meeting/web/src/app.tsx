import type { ReactElement } from 'react';
import { readInvite } from './address/invite';
import { useFragment } from './address/use-fragment';
import { FrontPage } from './front/front-page';
import { Visit } from './visit/visit';

/** With an invite in the address one visits its room; without one, the front page. */
export function App(): ReactElement {
  const invite = readInvite(useFragment());
  return invite ? <Visit key={invite.roomId} invite={invite} /> : <FrontPage />;
}
