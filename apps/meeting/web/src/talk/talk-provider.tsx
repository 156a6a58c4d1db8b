import type { ReactElement, ReactNode } from 'react';

/** Chat, stamps, hands and whiteboard of a room, alive for as long as one is in it. */
export function TalkProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return <>{children}</>;
}
