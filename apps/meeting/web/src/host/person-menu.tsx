import type { ReactElement } from 'react';

/** What a host can do about somebody; nothing for guests, and for oneself. */
export function PersonMenu(_: { readonly participantId: string }): ReactElement | null {
  return null;
}
