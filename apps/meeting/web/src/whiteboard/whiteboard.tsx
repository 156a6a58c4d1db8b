import type { ReactElement } from 'react';

/** The whiteboard, where it is open. */
export function Whiteboard(): ReactElement | null {
  return null;
}
