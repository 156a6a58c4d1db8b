import type { ReactElement } from 'react';

/** The chat: what was said, and where one says something. */
export function ChatPanel(): ReactElement | null {
  return null;
}
