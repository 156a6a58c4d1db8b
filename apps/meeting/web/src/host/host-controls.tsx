import type { ReactElement } from 'react';

/** A button that opens the host's controls; nothing for guests. */
export function HostControls(): ReactElement | null {
  return null;
}
